package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.Cohorts;
import io.segmenta.engine.evaluate.Stability;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.Regrouping;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.forecast.ForecastResult;
import io.segmenta.engine.forecast.Forecaster;
import io.segmenta.engine.forecast.backtest.Candidates;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.FeatureSearch;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.heldout.HeldOutValidation;
import io.segmenta.engine.heldout.PredictiveSearch;
import io.segmenta.engine.pipeline.Naming.Named;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Catalogue;
import io.segmenta.engine.segment.Membership;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Rule;
import io.segmenta.engine.segment.Rules;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.Tuner;
import io.segmenta.engine.tune.TuningResult;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.engine.tune.TuningWatch;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stages of a run, one after the other, on a dataset that has been read. */
public final class Pipeline {
    /** The share of the work of explaining that stability is. */
    private static final double STABILITY = 0.6;

    private final Recipe recipe;
    private final TransactionStore store;
    private final LocalDate today;
    private final StageProgress progress;
    private final TuningWatch watch;
    private final Naming naming;
    private TransformSettings transform;
    private @Nullable FeatureReport chosen;
    private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);

    private Pipeline(
            Recipe recipe,
            TransactionStore store,
            LocalDate today,
            StageProgress progress,
            TuningWatch watch,
            Naming naming) {
        this.recipe = recipe;
        this.transform = recipe.transform();
        this.store = store;
        this.today = today;
        this.progress = progress;
        this.watch = watch;
        this.naming = naming;
    }

    /**
     * @param store the rows of the recipe's dataset; nobody else makes tables in it meanwhile
     * @param today decides nothing but whether purchases in the future are warned of
     * @param watch follows the search where the recipe has one
     * @throws io.segmenta.engine.base.UserFacingException when the recipe does not fit the data
     */
    public static Outcome run(
            Recipe recipe, TransactionStore store, LocalDate today, StageProgress progress, TuningWatch watch) {
        return run(recipe, store, today, progress, watch, Naming.OWN);
    }

    /** @param naming what the segments are called */
    public static Outcome run(
            Recipe recipe,
            TransactionStore store,
            LocalDate today,
            StageProgress progress,
            TuningWatch watch,
            Naming naming) {
        return new Pipeline(recipe, store, today, progress, watch, naming).run();
    }

    private Outcome run() {
        QualityReport quality = timed(
                Stage.CLEAN,
                () -> Cleaner.clean(
                        store, recipe.source().mapping(), recipe.cleaning(), today, progress.of(Stage.CLEAN)));
        CustomerFeatures features = timed(Stage.FEATURES, this::features);
        Transformed transformed = timed(
                Stage.TRANSFORM,
                () -> FeatureTransformer.fit(features, transform, recipe.seed(), progress.of(Stage.TRANSFORM)));
        Fitted fitted = timed(Stage.CLUSTER, () -> fit(features, transformed));
        Clustering clustering = fitted.clustering();
        Grades grades = timed(
                Stage.EVALUATE,
                () -> Grades.of(transformed.matrix(), clustering.labels(), recipe.seed(), progress.of(Stage.EVALUATE)));
        int[] clusters = transformed.clusters(clustering.labels());
        Explained explained = timed(Stage.EXPLAIN, () -> explain(features, transformed, fitted, clusters));
        List<Segment> named = explained.named().segments();
        List<Explanation> explanations = explained.explanations();
        List<Segment> segments = IntStream.range(0, named.size())
                .mapToObj(i -> named.get(i).tested(explanations.get(i).jaccard()))
                .toList();
        Optional<ForecastResult> value = value(features);
        RunResult result = new RunResult(
                quality,
                features.snapshot(),
                features.customers(),
                features.orders(),
                features.revenue(),
                transformed.outliers(),
                grades.metrics(),
                clustering.inertia(),
                segments,
                transformed.transform(),
                clustering.model(),
                new Insights(
                        explanations,
                        value.map(ForecastResult::report).orElse(null),
                        value.map(found -> ForecastDigest.of(
                                        found, features.ids(), clusters, segments, explained.standings()))
                                .orElse(null),
                        fitted.fitting(),
                        Diagnostics.of(features, transformed, clustering.labels(), segments, grades),
                        explained.named().continuity(),
                        StateReport.of(explained.standings(), clusters, features.column(Feature.MONETARY)),
                        explained.heldOut(),
                        explained.cohorts()),
                Map.copyOf(seconds),
                RecipeDocument.provenance(recipe));
        return new Outcome(
                result,
                features,
                clusters,
                transformed.outlier(),
                explained.standings(),
                value.map(ForecastResult::byId).orElse(Map.of()));
    }

    /** Those that the recipe names, or that tell most of what customers do next. */
    private CustomerFeatures features() {
        Progress progress = this.progress.of(Stage.FEATURES);
        if (recipe.features() == FeatureChoice.BEST) {
            Hyperparameters by = recipe.method().standIn();
            chosen = FeatureSearch.of(store, heldOutDays(), transform, by, recipe.seed(), progress);
            transform = transform.of(chosen.chosen().features());
        }
        return FeatureExtractor.extract(store, recipe.snapshot(), transform.features(), null, progress);
    }

    private record Fitted(Clustering clustering, Fitting fitting) {
        Fitted with(Clustering other) {
            return new Fitted(other, fitting.changed(other));
        }
    }

    private Fitted fit(CustomerFeatures features, Transformed transformed) {
        Fitted found =
                switch (recipe.method()) {
                    case Method.Given(Hyperparameters given) -> fit(transformed.matrix(), given);
                    case Method.Searched(TuningSettings settings) -> search(transformed.matrix(), settings);
                };
        Reshaping other = recipe.reshaping();
        return other == null ? found : found.with(other.apply(features, transformed, found.clustering()));
    }

    private Fitted fit(FeatureMatrix matrix, Hyperparameters given) {
        Clustering clustering = Clusterers.fit(matrix, given, recipe.seed(), progress.of(Stage.CLUSTER));
        return fitted(clustering, given, null);
    }

    private Fitted search(FeatureMatrix matrix, TuningSettings settings) {
        Progress progress = this.progress.of(Stage.CLUSTER);
        boolean predictive = settings.objective() == Objective.PREDICTIVE;
        TuningResult result = predictive
                ? PredictiveSearch.of(store, heldOutDays(), transform, settings, recipe.seed(), watch, progress)
                : Tuner.tune(matrix, settings, recipe.seed(), watch, progress);
        Clustering clustering = predictive
                ? Clusterers.fit(matrix, result.best().parameters(), recipe.seed(), progress)
                : result.clustering();
        return fitted(clustering, result.best().parameters(), TuningReport.of(result));
    }

    private Fitted fitted(Clustering clustering, Hyperparameters parameters, @Nullable TuningReport tuning) {
        return new Fitted(
                clustering, new Fitting(parameters, clustering.caveats(), tuning, clustering.engine(), null, chosen));
    }

    private int heldOutDays() {
        return Objects.requireNonNullElse(recipe.horizon(), Horizon.USUAL).days();
    }

    /** Empty where the recipe asks for no forecasts, or all that was sold was given away or back. */
    private Optional<ForecastResult> value(CustomerFeatures features) {
        Horizon horizon = recipe.horizon();
        if (horizon == null || !(features.revenue() > 0)) {
            return Optional.empty();
        }
        Candidates candidates = recipe.catalogue() == Catalogue.ORIGINAL ? Candidates.ORIGINAL : Candidates.ALL;
        return Optional.of(timed(
                Stage.VALUE,
                () -> Forecaster.fit(store, horizon.days(), recipe.seed(), candidates, progress.of(Stage.VALUE))));
    }

    /** @param explanations in the order of the segments */
    private record Explained(
            Named named,
            List<Explanation> explanations,
            Standings standings,
            HeldOutReport heldOut,
            CohortReport cohorts) {}

    private Explained explain(CustomerFeatures features, Transformed transformed, Fitted fitted, int[] clusters) {
        Progress progress = this.progress.of(Stage.EXPLAIN);
        Clustering clustering = fitted.clustering();
        int[] rows = transformed.rows();
        int[] labels = clustering.labels();
        Standings standings = Standings.of(store, features.snapshot());
        Regrouping regrouping = Objects.requireNonNullElse(recipe.reshaping(), Regrouping.NONE);
        NameTest names = recipe.catalogue() == Catalogue.ORIGINAL
                ? NameTest.ORIGINAL
                : NameTest.of(features, standings, rows, labels, clustering.clusters());
        Named named = naming.name(
                features, clusters, Segmentation.describe(features, rows, labels, clustering.clusters(), names), names);
        List<Segment> segments = named.segments();
        List<Rule> rules = Rules.explain(features, rows, labels, segments, recipe.seed());
        Stability stability = Stability.of(
                transformed.matrix(),
                clustering,
                fitted.fitting().parameters(),
                (drawn, found) -> regrouping.regroup(
                        features, Arrays.stream(drawn).map(row -> rows[row]).toArray(), found),
                recipe.seed(),
                (fraction, detail) -> progress.report(STABILITY * fraction, detail));
        List<Explanation> explanations = IntStream.range(0, segments.size())
                .mapToObj(i -> {
                    int cluster = segments.get(i).cluster();
                    return new Explanation(
                            cluster,
                            rules.get(i),
                            stability.jaccard()[cluster],
                            names.holds(cluster, segments.get(i).persona()));
                })
                .toList();
        HeldOutReport heldOut = HeldOutValidation.of(
                store,
                heldOutDays(),
                transform,
                fitted.fitting().parameters(),
                regrouping,
                recipe.seed(),
                new Membership(segments, features.ids(), clusters, features.column(Feature.MONETARY)),
                (fraction, detail) -> progress.report(STABILITY + (1 - STABILITY) * fraction, detail));
        return new Explained(
                named,
                explanations,
                standings,
                heldOut,
                Cohorts.of(store, features.snapshot().minusDays(1)));
    }

    private <T> T timed(Stage stage, Supplier<T> work) {
        progress.report(stage, 0, stage.label());
        long start = System.nanoTime();
        T done = work.get();
        seconds.put(stage, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
        progress.report(stage, 1, stage.label());
        return done;
    }
}
