package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.features.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.CapabilitiesHandler;
import weka.core.DenseInstance;
import weka.core.Instances;

/** The border to Weka. */
public final class WekaData {
    private WekaData() {}

    /** Numeric attributes named by their column number, because Weka wants names that differ. */
    public static Instances instances(FeatureMatrix matrix) {
        int columns = matrix.columns();
        ArrayList<Attribute> attributes = new ArrayList<>(columns);
        for (int j = 0; j < columns; j++) {
            attributes.add(new Attribute(Integer.toString(j)));
        }
        Instances instances = new Instances("customers", attributes, matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) {
            instances.add(new DenseInstance(1, Arrays.copyOfRange(matrix.data(), i * columns, (i + 1) * columns)));
        }
        return instances;
    }

    static FeatureMatrix matrix(Instances instances) {
        int columns = instances.numAttributes();
        double[] data = new double[instances.numInstances() * columns];
        for (int i = 0; i < instances.numInstances(); i++) {
            System.arraycopy(instances.instance(i).toDoubleArray(), 0, data, i * columns, columns);
        }
        List<String> names = IntStream.range(0, columns)
                .mapToObj(j -> instances.attribute(j).name())
                .toList();
        return new FeatureMatrix(data, instances.numInstances(), columns, names);
    }

    /** Numbers only, all of them there. */
    static Capabilities capabilities(CapabilitiesHandler owner) {
        Capabilities capabilities = new Capabilities(owner);
        capabilities.disableAll();
        capabilities.enable(Capability.NUMERIC_ATTRIBUTES);
        capabilities.enable(Capability.NO_CLASS);
        return capabilities;
    }
}
