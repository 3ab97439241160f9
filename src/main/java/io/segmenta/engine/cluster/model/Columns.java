package io.segmenta.engine.cluster.model;

import io.segmenta.engine.features.FeatureMatrix;

/** A matrix turned on its side: the squares of differences to one row are then plain loops, which the compiler vectorises. */
public final class Columns {
    private Columns() {}

    public static double[][] of(FeatureMatrix matrix) {
        double[][] columns = new double[matrix.columns()][matrix.rows()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = matrix.at(i, j);
            }
        }
        return columns;
    }

    /** Adds (column[from + i] − value)² to sums[start + i] for i below length. */
    public static void addSquares(double[] column, int from, int length, double value, double[] sums, int start) {
        for (int i = 0; i < length; i++) {
            double d = column[from + i] - value;
            sums[start + i] += d * d;
        }
    }
}
