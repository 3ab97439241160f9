package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Counts kinds of rows. */
public final class DifferentRows {
    private DifferentRows() {}

    /** How many rows differ from each other, or the limit if there are at least as many. */
    public static int count(FeatureMatrix matrix, int limit) {
        Set<Row> different = new HashSet<>();
        for (int i = 0; i < matrix.rows() && different.size() < limit; i++) {
            int start = i * matrix.columns();
            different.add(new Row(Arrays.copyOfRange(matrix.data(), start, start + matrix.columns())));
        }
        return different.size();
    }

    /** Equal where every value is equal; 0 and −0 are the same number here. */
    private record Row(double[] values) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Row row)) {
                return false;
            }
            for (int j = 0; j < values.length; j++) {
                if (values[j] != row.values[j]) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (double value : values) {
                hash = 31 * hash + Double.hashCode(value + 0.0);
            }
            return hash;
        }
    }
}
