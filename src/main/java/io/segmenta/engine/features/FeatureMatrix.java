package io.segmenta.engine.features;

import java.util.Arrays;
import java.util.List;

/**
 * Transformed customer features, ready for clustering.
 *
 * @param data rows × columns values, row-major; not a copy, do not write to it
 * @param names one per column
 */
public record FeatureMatrix(double[] data, int rows, int columns, List<String> names) {
    public FeatureMatrix {
        if (data.length != (long) rows * columns || names.size() != columns) {
            throw new IllegalArgumentException(
                    rows + " × " + columns + " values were expected with a name per column, found " + data.length
                            + " values and " + names.size() + " names.");
        }
        names = List.copyOf(names);
    }

    /** The given rows, in their order. */
    public FeatureMatrix pick(int[] picked) {
        double[] part = new double[picked.length * columns];
        for (int i = 0; i < picked.length; i++) {
            System.arraycopy(data, picked[i] * columns, part, i * columns, columns);
        }
        return new FeatureMatrix(part, picked.length, columns, names);
    }

    /** A copy. */
    public double[] row(int row) {
        return Arrays.copyOfRange(data, row * columns, (row + 1) * columns);
    }

    public double at(int row, int column) {
        return data[row * columns + column];
    }
}
