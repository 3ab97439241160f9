package io.segmenta.cluster;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.base.UserFacingException;
import io.segmenta.features.FeatureMatrix;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The one door to every clustering algorithm. */
public final class Clusterers {
    private Clusterers() {}

    /**
     * Divides the rows of the matrix into clusters. The same matrix, parameters and seed give the same labels.
     *
     * @throws UserFacingException when a value is not finite, or when there are fewer different rows than clusters
     */
    public static Clustering fit(FeatureMatrix matrix, Hyperparameters parameters, Seed seed, Progress progress) {
        requireFinite(matrix);
        requireDifferentRows(matrix, parameters.clusters());
        return switch (parameters) {
            case KMeansParameters kmeans -> WekaKMeans.fit(matrix, kmeans, seed, progress);
        };
    }

    private static void requireFinite(FeatureMatrix matrix) {
        double[] data = matrix.data();
        for (int i = 0; i < data.length; i++) {
            if (!Double.isFinite(data[i])) {
                throw new UserFacingException(
                        "Row " + (i / matrix.columns() + 1) + " has the value " + data[i] + " for "
                                + matrix.names().get(i % matrix.columns())
                                + ", which is not a number to compare customers by. Leave this feature out or correct the data.");
            }
        }
    }

    private static void requireDifferentRows(FeatureMatrix matrix, int clusters) {
        if (clusters > matrix.rows()) {
            throw new UserFacingException("The number of segments (" + clusters
                    + ") is larger than the number of customers (" + matrix.rows()
                    + "). Choose fewer segments or a file with more customers.");
        }
        Set<Row> different = new HashSet<>();
        for (int i = 0; i < matrix.rows() && different.size() < clusters; i++) {
            int start = i * matrix.columns();
            different.add(new Row(Arrays.copyOfRange(matrix.data(), start, start + matrix.columns())));
        }
        if (different.size() == 1) {
            throw new UserFacingException("All " + matrix.rows() + " customers are equal in "
                    + String.join(", ", matrix.names())
                    + ", so there is nothing to divide them by. Choose other features or a longer period.");
        }
        if (different.size() < clusters) {
            throw new UserFacingException("There are only " + different.size()
                    + " different kinds of customers in the chosen features, too few for " + clusters
                    + " segments. Choose at most " + different.size() + " segments, or more features.");
        }
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
