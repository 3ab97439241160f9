package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.WekaRows;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import weka.core.Instances;

/** A matrix as Weka wants it. */
final class WekaData {
    private WekaData() {}

    /** Numeric attributes named by their column number, because Weka wants names that differ. */
    static Instances instances(FeatureMatrix matrix) {
        int columns = matrix.columns();
        Instances instances = WekaRows.numbers(
                IntStream.range(0, columns).mapToObj(Integer::toString).toList(), matrix.rows());
        for (int i = 0; i < matrix.rows(); i++) {
            instances.add(WekaRows.row(Arrays.copyOfRange(matrix.data(), i * columns, (i + 1) * columns)));
        }
        return instances;
    }
}
