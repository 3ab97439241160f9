package io.segmenta.web.wizard;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import java.util.stream.Stream;

/** The settings of every algorithm, all for the same number of segments, and which of them is used. */
public record Algorithms(
        Algorithm chosen, KMeansParameters kmeans, AgglomerativeParameters hierarchy, MixtureParameters mixture) {
    private static final int SEGMENTS = 5;
    private static final int FEWEST = 2;

    static Algorithms usual() {
        return new Algorithms(
                Algorithm.KMEANS,
                KMeansParameters.of(SEGMENTS),
                AgglomerativeParameters.of(SEGMENTS, Linkage.WARD),
                MixtureParameters.of(SEGMENTS, Covariance.FULL));
    }

    public Hyperparameters hyperparameters() {
        return switch (chosen) {
            case KMEANS -> kmeans;
            case AGGLOMERATIVE -> hierarchy;
            case MIXTURE -> mixture;
        };
    }

    public int segments() {
        return kmeans.clusters();
    }

    /** Chooses this algorithm with these settings; the number of segments is that of all. */
    public Algorithms with(Hyperparameters parameters) {
        Algorithms same = withSegments(parameters.clusters());
        return switch (parameters) {
            case KMeansParameters given -> new Algorithms(given.algorithm(), given, same.hierarchy, same.mixture);
            case AgglomerativeParameters given -> new Algorithms(given.algorithm(), same.kmeans, given, same.mixture);
            case MixtureParameters given -> new Algorithms(given.algorithm(), same.kmeans, same.hierarchy, given);
        };
    }

    /** The same settings for another number of segments. */
    public Algorithms withSegments(int segments) {
        return new Algorithms(
                chosen,
                kmeans.withClusters(segments),
                hierarchy.withClusters(segments),
                mixture.withClusters(segments));
    }

    /** A handful of customers makes fewer segments than usual, where nobody said how many. */
    public static Draft fitting(Draft draft, long customers) {
        return draft.text("segments").isEmpty() && customers < SEGMENTS && customers >= FEWEST
                ? draft.with("segments", String.valueOf(customers))
                : draft;
    }

    static Algorithms of(Draft draft) {
        Algorithms usual = usual();
        int segments = draft.choice(
                        "segments",
                        text -> KMeansParameters.of(Integer.parseInt(text)).clusters())
                .orElse(SEGMENTS);
        return new Algorithms(
                draft.choice("algorithm", Algorithms::algorithm).orElse(usual.chosen),
                kmeans(draft, usual.kmeans.withClusters(segments)),
                hierarchy(draft, usual.hierarchy.withClusters(segments)),
                mixture(draft, usual.mixture.withClusters(segments)));
    }

    private static KMeansParameters kmeans(Draft draft, KMeansParameters usual) {
        return Parameters.valid(
                () -> new KMeansParameters(
                        usual.clusters(),
                        draft.choice("init", text -> Parameters.constant(Init.class, text))
                                .orElse(usual.init()),
                        draft.choice("method", text -> Parameters.constant(Method.class, text))
                                .orElse(usual.method()),
                        draft.choice("iterations", Integer::valueOf).orElse(usual.maxIterations()),
                        draft.choice("restarts", Integer::valueOf).orElse(usual.restarts()),
                        draft.choice("kmeans-engine", text -> Parameters.constant(Engine.class, text))
                                .orElse(usual.engine())),
                usual);
    }

    private static AgglomerativeParameters hierarchy(Draft draft, AgglomerativeParameters usual) {
        return Parameters.valid(
                () -> new AgglomerativeParameters(
                        usual.clusters(),
                        draft.choice("linkage", text -> Parameters.constant(Linkage.class, text))
                                .orElse(usual.linkage()),
                        draft.choice("linkage-engine", text -> Parameters.constant(Engine.class, text))
                                .orElse(usual.engine())),
                usual);
    }

    private static MixtureParameters mixture(Draft draft, MixtureParameters usual) {
        return Parameters.valid(
                () -> new MixtureParameters(
                        usual.clusters(),
                        draft.choice("covariance", text -> Parameters.constant(Covariance.class, text))
                                .orElse(usual.covariance()),
                        draft.choice("mixture-iterations", Integer::valueOf).orElse(usual.maxIterations()),
                        draft.choice("mixture-restarts", Integer::valueOf).orElse(usual.restarts()),
                        draft.choice("regularisation", Double::valueOf).orElse(usual.regularisation()),
                        draft.choice("mixture-engine", text -> Parameters.constant(Engine.class, text))
                                .orElse(usual.engine())),
                usual);
    }

    Draft in(Draft draft) {
        return draft.with("segments", String.valueOf(segments()))
                .with("algorithm", chosen.key())
                .with("init", Parameters.word(kmeans.init()))
                .with("method", Parameters.word(kmeans.method()))
                .with("iterations", String.valueOf(kmeans.maxIterations()))
                .with("restarts", String.valueOf(kmeans.restarts()))
                .with("kmeans-engine", Parameters.word(kmeans.engine()))
                .with("linkage", Parameters.word(hierarchy.linkage()))
                .with("linkage-engine", Parameters.word(hierarchy.engine()))
                .with("covariance", Parameters.word(mixture.covariance()))
                .with("mixture-iterations", String.valueOf(mixture.maxIterations()))
                .with("mixture-restarts", String.valueOf(mixture.restarts()))
                .with("regularisation", String.valueOf(mixture.regularisation()))
                .with("mixture-engine", Parameters.word(mixture.engine()));
    }

    static Algorithm algorithm(String key) {
        return Stream.of(Algorithm.values())
                .filter(algorithm -> algorithm.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }
}
