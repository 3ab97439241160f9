package io.segmenta.engine.cluster.model;

/** The settings of one clustering algorithm. */
public sealed interface Hyperparameters permits KMeansParameters, AgglomerativeParameters, MixtureParameters {
    Algorithm algorithm();

    /** 2 to 20 */
    int clusters();
}
