package io.segmenta.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.segmenta.cli.ForecastJson.BudgetPart;
import io.segmenta.cli.ForecastJson.RoiPart;
import io.segmenta.cli.HeldOutJson.ChoicePart;
import io.segmenta.cli.TuningJson.StabilityPart;
import io.segmenta.cli.TuningJson.TrialPart;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.NameTest.Held;
import io.segmenta.engine.segment.Rule;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.plan.Proposal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file run.json; scripts depend on these names.
 *
 * @param caveats what to know of the fit and its features before trusting the segments, in sentences
 */
record RunJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String name,
        DatasetPart dataset,
        ReadingJson reading,
        FeaturesPart features,
        ModelPart model,
        MetricsPart metrics,
        StabilityPart stability,
        List<String> caveats,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TuningJson tuning,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<TrialPart> trials,
        List<SegmentPart> segments,
        List<StatePart> states,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HeldOutJson heldOut,
        CohortsJson cohorts,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ForecastJson value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BudgetPart budget,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable RoiPart roi,
        SecondsPart seconds,
        String version) {
    record DatasetPart(
            String file,
            String sha256,
            long rowsRead,
            long rowsKept,
            Map<String, Long> dropped,
            List<String> warnings) {}

    /**
     * @param revenue as sold: what {@code reading.returns.givenBack} took off the customers is in it
     * @param compared what customers were compared by, in the order of the columns
     * @param choice null where the features were given
     */
    record FeaturesPart(
            int customers,
            long orders,
            double revenue,
            LocalDate snapshot,
            List<String> compared,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ChoicePart choice) {
        static FeaturesPart of(RunResult result) {
            FeatureReport report =
                    Objects.requireNonNull(result.insights().fitting()).features();
            return new FeaturesPart(
                    result.customers(),
                    result.orders(),
                    result.quality().sales(),
                    result.snapshot(),
                    result.transform().features().stream().map(Feature::key).toList(),
                    report == null ? null : ChoicePart.of(report));
        }
    }

    /** @param engine that made the clusters, segmenta or weka */
    record ModelPart(String algorithm, String engine, int clusters, long seed, Hyperparameters hyperparameters) {
        static ModelPart of(Seed seed, Fitting fitting) {
            Hyperparameters used = fitting.parameters();
            return new ModelPart(used.algorithm().key(), fitting.engine().key(), used.clusters(), seed.value(), used);
        }
    }

    record MetricsPart(double silhouette, double daviesBouldin, double calinskiHarabasz, double inertia) {}

    record SegmentPart(
            int cluster,
            String persona,
            String name,
            List<Held> holds,
            int customers,
            double share,
            double meanRecency,
            double meanFrequency,
            double meanMonetary,
            double medianMonetary,
            double revenueShare,
            RulePart rule,
            ConfidencePart confidence,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HeldOutPart heldOut) {
        static SegmentPart of(Segment segment, Explanation explanation, @Nullable HeldOutReport heldOut) {
            return new SegmentPart(
                    segment.cluster(),
                    segment.persona().name(),
                    segment.name(),
                    explanation.holds(),
                    segment.customers(),
                    segment.share(),
                    segment.mean(Feature.RECENCY),
                    segment.mean(Feature.FREQUENCY),
                    segment.mean(Feature.MONETARY),
                    segment.median(Feature.MONETARY),
                    segment.revenueShare(),
                    RulePart.of(explanation.rule()),
                    new ConfidencePart(
                            explanation.jaccard(), explanation.grade().label()),
                    heldOut == null
                            ? null
                            : heldOut.of(segment.cluster()).map(HeldOutPart::of).orElse(null));
        }
    }

    /** @param bought the share that bought */
    record HeldOutPart(int customers, double bought, double spendPerHead, double low, double high, double lift) {
        static HeldOutPart of(HeldOutReport.Line line) {
            return new HeldOutPart(
                    line.customers(), line.bought(), line.spendPerHead(), line.low(), line.high(), line.lift());
        }
    }

    record RulePart(String text, String sql, double coverage, double precision) {
        static RulePart of(Rule rule) {
            return new RulePart(rule.text(), rule.sql(), rule.coverage(), rule.precision());
        }
    }

    /** @param state as in customers.csv */
    record StatePart(String state, int customers, String definition) {
        static List<StatePart> of(@Nullable StateReport report) {
            return Objects.requireNonNull(report).lines().stream()
                    .map(line -> new StatePart(line.state().label(), line.customers(), line.definition()))
                    .toList();
        }
    }

    record ConfidencePart(double jaccard, String grade) {}

    record SecondsPart(
            double ingest,
            double clean,
            double features,
            double transform,
            double cluster,
            double evaluate,
            double explain,
            double value,
            double total) {
        static SecondsPart of(double ingest, Map<Stage, Double> stages) {
            double rest =
                    stages.values().stream().mapToDouble(Double::doubleValue).sum();
            return new SecondsPart(
                    milliseconds(ingest),
                    of(stages, Stage.CLEAN),
                    of(stages, Stage.FEATURES),
                    of(stages, Stage.TRANSFORM),
                    of(stages, Stage.CLUSTER),
                    of(stages, Stage.EVALUATE),
                    of(stages, Stage.EXPLAIN),
                    of(stages, Stage.VALUE),
                    milliseconds(ingest + rest));
        }

        private static double of(Map<Stage, Double> stages, Stage stage) {
            return milliseconds(stages.getOrDefault(stage, 0.0));
        }

        private static double milliseconds(double seconds) {
            return Math.round(seconds * 1000) / 1000.0;
        }
    }

    /**
     * @param name null where the user gave none
     * @param proposal null where no budget was given
     */
    static RunJson of(
            @Nullable String name,
            String file,
            Recipe recipe,
            ReadingJson reading,
            Outcome outcome,
            @Nullable Proposal proposal,
            double readSeconds) {
        RunResult result = outcome.result();
        ForecastReport value = result.insights().value();
        Fitting fitting = Objects.requireNonNull(result.insights().fitting());
        TuningSettings settings = recipe.method().search().orElse(null);
        TuningReport report = fitting.tuning();
        return new RunJson(
                name,
                new DatasetPart(
                        file,
                        recipe.source().dataset().sha256(),
                        result.quality().rowsRead(),
                        result.quality().rowsKept(),
                        dropped(result),
                        result.quality().warnings()),
                reading,
                FeaturesPart.of(result),
                ModelPart.of(recipe.seed(), fitting),
                new MetricsPart(
                        result.metrics().silhouette(),
                        result.metrics().daviesBouldin(),
                        result.metrics().calinskiHarabasz(),
                        result.inertia()),
                StabilityPart.of(result.insights().explanations()),
                caveats(fitting, result),
                settings == null || report == null ? null : TuningJson.of(settings, report),
                settings == null || report == null
                        ? null
                        : report.trials().stream()
                                .map(trial -> TrialPart.of(trial, settings.objective()))
                                .toList(),
                result.segments().stream()
                        .map(segment -> SegmentPart.of(
                                segment,
                                result.insights().explanation(segment).orElseThrow(),
                                result.insights().heldOut()))
                        .toList(),
                StatePart.of(result.insights().states()),
                HeldOutJson.of(Objects.requireNonNull(result.insights().heldOut())),
                CohortsJson.of(Objects.requireNonNull(result.insights().cohorts())),
                value == null ? null : ForecastJson.of(value, result.insights().forecasts()),
                proposal == null ? null : BudgetPart.of(proposal),
                proposal == null ? null : RoiPart.of(proposal.scenario().interval()),
                SecondsPart.of(readSeconds, result.seconds()),
                result.provenance().version());
    }

    private static List<String> caveats(Fitting fitting, RunResult result) {
        return Stream.concat(
                        fitting.caveats().stream(),
                        result.correlations().stream().map(Correlation::sentence))
                .toList();
    }

    private static Map<String, Long> dropped(RunResult result) {
        Map<String, Long> dropped = new LinkedHashMap<>();
        for (DropReason reason : DropReason.values()) {
            var found = result.quality().dropped().get(reason);
            if (reason.isRule() || (found != null && found.rows() > 0)) {
                dropped.put(reason.key(), found == null ? 0 : found.rows());
            }
        }
        return dropped;
    }

    String text() {
        return Documents.writeIndented(this) + System.lineSeparator();
    }
}
