package io.segmenta.cluster;

import io.segmenta.base.UserFacingException;

/**
 * @param clusters 2 to 20
 * @param maxIterations 100 to 1000
 * @param restarts 1 to 100; the best inertia wins
 */
public record KMeansParameters(int clusters, Init init, int maxIterations, int restarts) implements Hyperparameters {
    /** Where the first centres come from. */
    public enum Init {
        /** Arthur and Vassilvitskii 2007 */
        K_MEANS_PLUS_PLUS,
        RANDOM
    }

    public KMeansParameters {
        if (clusters < 2 || clusters > 20) {
            throw new UserFacingException(
                    "The number of segments (" + clusters + ") must be between 2 and 20. Choose 3 to 6 to begin with.");
        }
        if (maxIterations < 100 || maxIterations > 1000) {
            throw new UserFacingException(
                    "The number of iterations (" + maxIterations + ") must be between 100 and 1000.");
        }
        if (restarts < 1 || restarts > 100) {
            throw new UserFacingException("The number of restarts (" + restarts + ") must be between 1 and 100.");
        }
    }

    public static KMeansParameters of(int clusters) {
        return new KMeansParameters(clusters, Init.K_MEANS_PLUS_PLUS, 300, 10);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.KMEANS;
    }
}
