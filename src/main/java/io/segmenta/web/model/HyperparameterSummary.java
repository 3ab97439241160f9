package io.segmenta.web.model;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import java.util.Locale;

/** Hyperparameters in a line. */
final class HyperparameterSummary {
    private HyperparameterSummary() {}

    static String of(Hyperparameters parameters, ModelCharts.Words words) {
        String algorithm = parameters.algorithm().label();
        String clusters = String.valueOf(parameters.clusters());
        return switch (parameters) {
            case KMeansParameters kmeans ->
                words.of(
                        "model.settings.kmeans",
                        algorithm,
                        clusters,
                        words.of("trials.init." + kmeans.init()),
                        kmeans.method().name().toLowerCase(Locale.ROOT),
                        String.valueOf(kmeans.maxIterations()),
                        String.valueOf(kmeans.restarts()));
            case AgglomerativeParameters hierarchy ->
                words.of(
                        "model.settings.hierarchy",
                        algorithm,
                        clusters,
                        hierarchy.linkage().key());
            case MixtureParameters mixture ->
                words.of(
                        "model.settings.mixture",
                        algorithm,
                        clusters,
                        mixture.covariance().key(),
                        String.valueOf(mixture.maxIterations()),
                        String.valueOf(mixture.restarts()));
        };
    }
}
