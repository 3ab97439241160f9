package io.segmenta.engine.cluster;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.hierarchy.Agglomerative;
import io.segmenta.engine.cluster.kmeans.DifferentRows;
import io.segmenta.engine.cluster.kmeans.KMeans;
import io.segmenta.engine.cluster.mixture.GaussianMixture;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;

/** The one door to every clustering algorithm. */
public final class Clusterers {
    /** Larger values have squares that no longer fit. */
    private static final double LARGEST = 1e100;

    private Clusterers() {}

    /**
     * Divides the rows of the matrix into clusters. The same matrix, parameters and seed give the same labels.
     *
     * @throws UserFacingException when a value is not finite or beyond 1e100, or when there are fewer different rows than clusters
     */
    public static Clustering fit(FeatureMatrix matrix, Hyperparameters parameters, Seed seed, Progress progress) {
        requireFinite(matrix);
        requireDifferentRows(matrix, parameters.clusters());
        return switch (parameters) {
            case KMeansParameters kmeans -> KMeans.fit(matrix, kmeans, seed, progress);
            case AgglomerativeParameters agglomerative -> Agglomerative.fit(matrix, agglomerative, seed, progress);
            case MixtureParameters mixture -> GaussianMixture.fit(matrix, mixture, seed, progress);
        };
    }

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

    public static void requireDifferentRows(FeatureMatrix matrix, int clusters) {
        if (clusters > matrix.rows()) {
            throw new UserFacingException("The number of segments (" + clusters
                    + ") is larger than the number of customers (" + matrix.rows()
                    + "). Choose fewer segments or a file with more customers.");
        }
        int different = DifferentRows.count(matrix, clusters);
        if (different == 1) {
            throw new UserFacingException("All " + matrix.rows() + " customers are equal in "
                    + String.join(", ", matrix.names())
                    + ", so there is nothing to divide them by. Choose other features or a longer period.");
        }
        if (different < clusters) {
            throw new UserFacingException("There are only " + different
                    + " different kinds of customers in the chosen features, too few for " + clusters
                    + " segments. Choose at most " + different + " segments, or more features.");
        }
    }
}
