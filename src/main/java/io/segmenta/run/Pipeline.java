package io.segmenta.run;

import io.segmenta.clean.Cleaner;
import io.segmenta.clean.QualityReport;
import io.segmenta.cluster.Clusterers;
import io.segmenta.cluster.Clustering;
import io.segmenta.evaluate.Evaluation;
import io.segmenta.evaluate.Metrics;
import io.segmenta.evaluate.Stability;
import io.segmenta.features.CustomerFeatures;
import io.segmenta.features.FeatureExtractor;
import io.segmenta.features.FeatureTransformer;
import io.segmenta.features.Transformed;
import io.segmenta.segment.Rule;
import io.segmenta.segment.Rules;
import io.segmenta.segment.Segment;
import io.segmenta.segment.Segmentation;
import io.segmenta.transactions.TransactionStore;
import io.segmenta.value.ValueModel;
import io.segmenta.value.ValueResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The stages of a run, one after the other, on a dataset that has been read. */
public final class Pipeline {
    private final Recipe recipe;
    private final TransactionStore store;
    private final StageProgress progress;
    private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);

    private Pipeline(Recipe recipe, TransactionStore store, StageProgress progress) {
        this.recipe = recipe;
        this.store = store;
        this.progress = progress;
    }

    /**
     * @param store the rows of the recipe's dataset; nobody else makes tables in it meanwhile
     * @throws io.segmenta.base.UserFacingException when the recipe does not fit the data
     */
    public static Outcome run(Recipe recipe, TransactionStore store, StageProgress progress) {
        return new Pipeline(recipe, store, progress).run();
    }

    private Outcome run() {
        QualityReport quality = timed(
                Stage.CLEAN, () -> Cleaner.clean(store, recipe.mapping(), recipe.cleaning(), progress.of(Stage.CLEAN)));
        CustomerFeatures features = timed(
                Stage.FEATURES, () -> FeatureExtractor.extract(store, recipe.snapshot(), progress.of(Stage.FEATURES)));
        Transformed transformed = timed(
                Stage.TRANSFORM,
                () -> FeatureTransformer.fit(
                        features, recipe.transform(), recipe.seed(), progress.of(Stage.TRANSFORM)));
        Clustering clustering = timed(
                Stage.CLUSTER,
                () -> Clusterers.fit(
                        transformed.matrix(), recipe.hyperparameters(), recipe.seed(), progress.of(Stage.CLUSTER)));
        Metrics metrics = timed(
                Stage.EVALUATE,
                () -> Evaluation.of(
                        transformed.matrix(), clustering.labels(), recipe.seed(), progress.of(Stage.EVALUATE)));
        List<Segment> named =
                Segmentation.describe(features, transformed.rows(), clustering.labels(), clustering.clusters());
        List<Explanation> explanations = timed(Stage.EXPLAIN, () -> explain(features, transformed, clustering, named));
        List<Segment> segments = IntStream.range(0, named.size())
                .mapToObj(i -> named.get(i).tested(explanations.get(i).jaccard()))
                .toList();
        int[] clusters = clusters(transformed, clustering);
        Optional<ValueResult> value = value(features);
        RunResult result = new RunResult(
                quality,
                features.snapshot(),
                features.customers(),
                features.orders(),
                features.revenue(),
                count(transformed.outlier()),
                metrics,
                clustering.inertia(),
                segments,
                transformed.transform(),
                clustering.model(),
                new Insights(
                        explanations,
                        value.map(ValueResult::report).orElse(null),
                        value.map(found -> ForecastDigest.of(found, features.ids(), clusters, segments))
                                .orElse(null)),
                Map.copyOf(seconds),
                Provenance.of(recipe));
        return new Outcome(
                result,
                features,
                clusters,
                transformed.outlier(),
                value.map(ValueResult::byId).orElse(Map.of()));
    }

    /** Empty where the recipe asks for no forecasts, or all that was sold was given away or back. */
    private Optional<ValueResult> value(CustomerFeatures features) {
        Integer horizon = recipe.horizonDays();
        if (horizon == null || !(features.revenue() > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                timed(Stage.VALUE, () -> ValueModel.fit(store, horizon, recipe.seed(), progress.of(Stage.VALUE))));
    }

    /** In the order of the segments. */
    private List<Explanation> explain(
            CustomerFeatures features, Transformed transformed, Clustering clustering, List<Segment> segments) {
        List<Rule> rules = Rules.explain(features, transformed.rows(), clustering.labels(), segments, recipe.seed());
        Stability stability = Stability.of(
                transformed.matrix(), clustering, recipe.hyperparameters(), recipe.seed(), progress.of(Stage.EXPLAIN));
        return IntStream.range(0, segments.size())
                .mapToObj(i -> {
                    int cluster = segments.get(i).cluster();
                    return new Explanation(cluster, rules.get(i), stability.jaccard()[cluster]);
                })
                .toList();
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        progress.report(stage, 0, stage.label());
        long start = System.nanoTime();
        T done = work.get();
        seconds.put(stage, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
        progress.report(stage, 1, stage.label());
        return done;
    }

    private static int[] clusters(Transformed transformed, Clustering clustering) {
        int[] clusters = new int[transformed.outlier().length];
        Arrays.fill(clusters, -1);
        for (int row = 0; row < transformed.rows().length; row++) {
            clusters[transformed.rows()[row]] = clustering.labels()[row];
        }
        return clusters;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
