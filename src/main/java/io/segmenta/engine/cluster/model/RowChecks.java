package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What every algorithm asks of the rows before it begins. */
public final class RowChecks {
    /** Larger values have squares that no longer fit. */
    private static final double LARGEST = 1e100;

    private RowChecks() {}

    /** @throws UserFacingException naming the first value that is not a number, infinite, or beyond 1e100 */
    public static void requireFinite(FeatureMatrix matrix) {
        double[] data = matrix.data();
        for (int i = 0; i < data.length; i++) {
            if (!(Math.abs(data[i]) <= LARGEST)) {
                throw new UserFacingException(
                        "Row " + (i / matrix.columns() + 1) + " has the value " + data[i] + " for "
                                + matrix.names().get(i % matrix.columns())
                                + ", which is not a number to compare customers by. Leave this feature out or correct the data.");
            }
        }
    }

    /** @throws TooFewDifferentRows where there are fewer rows, or fewer different ones, than clusters */
    public static void requireDifferent(FeatureMatrix matrix, int clusters) {
        if (clusters > matrix.rows()) {
            throw new TooFewDifferentRows("The number of segments (" + clusters
                    + ") is larger than the number of customers (" + matrix.rows()
                    + "). Choose fewer segments or a file with more customers.");
        }
        int different = different(matrix, clusters);
        if (different == 1) {
            throw new TooFewDifferentRows("All " + matrix.rows() + " customers are equal in "
                    + String.join(", ", matrix.names())
                    + ", so there is nothing to divide them by. Choose other features or a longer period.");
        }
        if (different < clusters) {
            throw new TooFewDifferentRows("There are only " + different
                    + " different kinds of customers in the chosen features, too few for " + clusters
                    + " segments. Choose at most " + different + " segments, or more features.");
        }
    }

    /** How many rows differ from each other, or the limit if there are at least as many. */
    public static int different(FeatureMatrix matrix, int limit) {
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
