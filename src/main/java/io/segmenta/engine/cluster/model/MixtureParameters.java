package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;

/**
 * @param clusters components of the mixture, 2 to 20
 * @param maxIterations 100 to 500
 * @param restarts 1 to 100; the highest likelihood wins
 * @param regularisation added to every variance, above 0 and at most 1
 * @param engine Weka's EM knows axis-parallel components only
 */
public record MixtureParameters(
        int clusters, Covariance covariance, int maxIterations, int restarts, double regularisation, Engine engine)
        implements Hyperparameters {
    public MixtureParameters {
        Limits.requireClusters(clusters);
        Limits.require("iterations", maxIterations, 100, 500);
        Limits.require("restarts", restarts, 1, 100);
        if (!(regularisation > 0 && regularisation <= 1)) {
            throw new UserFacingException("The regularisation (" + regularisation
                    + ") must be above 0 and at most 1. The usual value is 0.000001.");
        }
        if (engine == Engine.WEKA && covariance != Covariance.DIAG) {
            throw new UserFacingException("Weka's mixture knows the covariance diag only, not " + covariance.key()
                    + ". Choose diag, or the engine Segmenta.");
        }
    }

    public static MixtureParameters of(int clusters, Covariance covariance) {
        return new MixtureParameters(clusters, covariance, 200, 10, 1e-6, Engine.SEGMENTA);
    }

    /** @throws UserFacingException where the engine does not know the covariance */
    public MixtureParameters by(Engine other) {
        return new MixtureParameters(clusters, covariance, maxIterations, restarts, regularisation, other);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.MIXTURE;
    }

    /** The same settings with another number of clusters. */
    public MixtureParameters withClusters(int number) {
        return new MixtureParameters(number, covariance, maxIterations, restarts, regularisation, engine);
    }
}
