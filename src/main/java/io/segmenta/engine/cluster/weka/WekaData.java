package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.features.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;

/** A matrix as Weka wants it. */
final class WekaData {
    private WekaData() {}

    /** Numeric attributes named by their column number, because Weka wants names that differ. */
    static Instances instances(FeatureMatrix matrix) {
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
}
