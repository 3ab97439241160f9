package io.segmenta.web.model;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import java.util.Locale;

/** Hyperparameters in a line. */
final class InWords {
    private InWords() {}

    static String of(Hyperparameters parameters) {
        String start = parameters.algorithm().label() + ", " + parameters.clusters() + " segments, ";
        return switch (parameters) {
            case KMeansParameters kmeans ->
                start + word(kmeans.init()) + ", " + word(kmeans.method()) + ", " + kmeans.maxIterations()
                        + " iterations, " + kmeans.restarts() + " restarts";
            case AgglomerativeParameters hierarchy ->
                start + hierarchy.linkage().key();
            case MixtureParameters mixture ->
                start + mixture.covariance().key() + ", " + mixture.maxIterations() + " iterations, "
                        + mixture.restarts() + " restarts";
        };
    }

    private static String word(Enum<?> value) {
        return value == KMeansParameters.Init.K_MEANS_PLUS_PLUS
                ? "k-means++"
                : value.name().toLowerCase(Locale.ROOT);
    }
}
