package io.segmenta.cli;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How segments are found: with given settings, or with the best that a search finds. */
final class ClusteringOptions {
    private static final String ALL = "all";
    private static final String BEST = "best";
    private static final TuningSettings USUAL = TuningSettings.of(List.of(Algorithm.values()));

    @Option(
            names = "--algorithm",
            paramLabel = "NAME",
            description =
                    "kmeans, agglomerative or gmm (default: kmeans); with --tune also several of them with commas, or all "
                            + "(default: all)")
    private @Nullable String algorithm;

    static final int USUAL_CLUSTERS = 5;
    static final int FEWEST_CLUSTERS = 2;

    @Option(names = "--clusters", paramLabel = "K", description = "number of segments, 2 to 20 (default: 5)")
    private @Nullable Integer clusters;

    @Option(
            names = "--linkage",
            paramLabel = "NAME",
            description = "of agglomerative: ward, complete, average or single (default: ward)")
    private @Nullable String linkage;

    @Option(
            names = "--covariance",
            paramLabel = "NAME",
            description = "of gmm: full, tied, diag or spherical (default: full)")
    private @Nullable String covariance;

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "weka: SimpleKMeans, HierarchicalClusterer (up to 1,000 customers, not ward) or EM (only diag); segmenta: "
                            + "ours (default: segmenta; for kmeans up to 20,000 customers weka, unless ours is better by more "
                            + "than 0.1 %%); with --tune, weka is tried beside ours")
    private @Nullable String engine;

    @Option(
            names = "--tune",
            paramLabel = "TRIALS",
            description = "searches for the best settings, with so many trials for each algorithm, 1 to 300")
    private @Nullable Integer tune;

    @Option(
            names = "--objective",
            paramLabel = "NAME",
            description =
                    "of --tune: usable, the highest silhouette among settings without tiny segments; silhouette, whatever the "
                            + "sizes; or predictive, the segments that told most of what customers did next, which takes "
                            + "three horizons of history (default: usable)")
    private @Nullable String objective;

    @Option(names = "--clusters-from", paramLabel = "K", description = "of --tune: fewest segments to try (default: 3)")
    private @Nullable Integer fewest;

    @Option(names = "--clusters-to", paramLabel = "K", description = "of --tune: most segments to try (default: 5)")
    private @Nullable Integer most;

    @Option(
            names = "--floor",
            paramLabel = "PERCENT",
            description = "of --tune: the least share of customers in a usable segment, 0 to 50 (default: 2)")
    private @Nullable Double floor;

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description =
                    "of --tune: after this long the best so far is kept; the result then depends on the speed of the machine")
    private @Nullable Integer seconds;

    @Option(
            names = "--features",
            paramLabel = "NAME",
            description =
                    "what customers are compared by: best, the set whose segments told most of what customers did next, where it "
                            + "is better than original beyond chance; original, the five of the first version; rfm, recency, "
                            + "frequency and monetary; or rhythm, also mean days between orders (default: best; original with "
                            + "--recipe original)")
    private @Nullable String features;

    /**
     * What customers are compared by; empty for what tells most.
     *
     * @param usual where nobody said
     */
    Optional<FeatureSet> features(Optional<FeatureSet> usual) {
        String name = features;
        if (name == null) {
            return usual;
        }
        if (name.equals(BEST)) {
            return Optional.empty();
        }
        return Stream.of(FeatureSet.values())
                .filter(set -> set.key().equals(name))
                .findFirst()
                .or(() -> {
                    throw new UserFacingException("There are no features \"" + name + "\". Choose " + BEST + ", "
                            + Stream.of(FeatureSet.values())
                                    .map(FeatureSet::key)
                                    .collect(Collectors.joining(", "))
                            + ".");
                });
    }

    Method method() {
        return method(USUAL_CLUSTERS);
    }

    /** Whether nobody said how many segments to make. */
    boolean numberIsOpen() {
        return tune == null && clusters == null;
    }

    /** @param usual number of segments, where nobody said another */
    Method method(int usual) {
        return tune == null ? new Method.Given(hyperparameters(usual)) : new Method.Searched(tuning(tune));
    }

    private Hyperparameters hyperparameters(int usual) {
        requireTune("--objective", objective);
        requireTune("--clusters-from", fewest);
        requireTune("--clusters-to", most);
        requireTune("--floor", floor);
        requireTune("--time-limit", seconds);
        Algorithm chosen = algorithm(Objects.requireNonNullElse(algorithm, Algorithm.KMEANS.key()));
        requireAlgorithm("--linkage", linkage, chosen, Algorithm.AGGLOMERATIVE);
        requireAlgorithm("--covariance", covariance, chosen, Algorithm.MIXTURE);
        int number = Objects.requireNonNullElse(clusters, usual);
        return switch (chosen) {
            case KMEANS -> kmeans(KMeansParameters.of(number));
            case AGGLOMERATIVE ->
                new AgglomerativeParameters(
                        number,
                        linkage == null ? Linkage.WARD : one("linkage", linkage, Linkage.values(), Linkage::key),
                        engine());
            case MIXTURE ->
                MixtureParameters.of(
                                number,
                                covariance == null
                                        ? Covariance.FULL
                                        : one("covariance", covariance, Covariance.values(), Covariance::key))
                        .by(engine());
        };
    }

    private TuningSettings tuning(int trials) {
        refuseWithTune("--clusters", clusters, "--clusters-from and --clusters-to");
        refuseWithTune("--linkage", linkage, "--algorithm agglomerative: every linkage is tried");
        refuseWithTune("--covariance", covariance, "--algorithm gmm: every covariance is tried");
        return new TuningSettings(
                algorithm == null || algorithm.equals(ALL)
                        ? List.of(Algorithm.values())
                        : Stream.of(algorithm.split(","))
                                .map(ClusteringOptions::algorithm)
                                .toList(),
                trials,
                Objects.requireNonNullElse(fewest, USUAL.fewest()),
                Objects.requireNonNullElse(most, USUAL.most()),
                objective == null ? USUAL.objective() : one("objective", objective, Objective.values(), Objective::key),
                floor == null ? USUAL.floor() : floor / 100,
                seconds == null ? null : Duration.ofSeconds(seconds),
                engine() == Engine.WEKA ? List.of(Engine.values()) : USUAL.engines());
    }

    /** Asked for by name, Weka's makes every restart, whatever the number of customers. */
    private KMeansParameters kmeans(KMeansParameters usual) {
        if (engine == null) {
            return usual;
        }
        return switch (engine()) {
            case SEGMENTA -> usual.quickly();
            case WEKA ->
                new KMeansParameters(
                        usual.clusters(),
                        usual.init(),
                        KMeansParameters.Method.LLOYD,
                        usual.maxIterations(),
                        usual.restarts());
        };
    }

    private Engine engine() {
        return engine == null ? Engine.SEGMENTA : one("engine", engine, Engine.values(), Engine::key);
    }

    private static Algorithm algorithm(String name) {
        return one("algorithm", name.strip(), Algorithm.values(), Algorithm::key);
    }

    private static <E> E one(String what, String name, E[] known, Function<E, String> key) {
        return Arrays.stream(known)
                .filter(each -> key.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new UserFacingException("The " + what + " \"" + name
                        + "\" is not known. Choose one of: "
                        + Arrays.stream(known).map(key).collect(Collectors.joining(", ")) + "."));
    }

    private static void requireTune(String option, @Nullable Object value) {
        if (value != null) {
            throw new UserFacingException(
                    "The option " + option + " belongs to a search. Add --tune 20, or leave it out.");
        }
    }

    private static void requireAlgorithm(String option, @Nullable String value, Algorithm chosen, Algorithm needed) {
        if (value != null && chosen != needed) {
            throw new UserFacingException("The option " + option + " (" + value + ") belongs to " + needed.label()
                    + ". Add --algorithm " + needed.key() + ", or leave it out.");
        }
    }

    private static void refuseWithTune(String option, @Nullable Object value, String instead) {
        if (value != null) {
            throw new UserFacingException("The option " + option + " (" + value
                    + ") decides what --tune searches for. Leave one of them out, or use " + instead + ".");
        }
    }
}
