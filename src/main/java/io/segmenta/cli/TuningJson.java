package io.segmenta.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningSettings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What run.json says of a search for the best settings. */
record TuningJson(
        String objective,
        List<String> algorithms,
        int trials,
        int fewest,
        int most,
        double floor,
        int best,
        boolean complete) {
    static TuningJson of(TuningSettings settings, TuningReport report) {
        return new TuningJson(
                settings.objective().key(),
                settings.algorithms().stream().map(algorithm -> algorithm.key()).toList(),
                settings.trials(),
                settings.fewest(),
                settings.most(),
                settings.floor(),
                report.best(),
                report.complete());
    }

    /**
     * @param silhouette null where the setting could not be fitted, or the objective is another
     * @param explained of the objective predictive, the share of what customers did next that the segments explain
     */
    record TrialPart(
            int number,
            Hyperparameters hyperparameters,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double silhouette,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double explained,

            int[] sizes,
            double seconds,
            boolean feasible,
            String reason,
            boolean remembered) {
        static TrialPart of(Trial trial, Objective objective) {
            Double score = Double.isNaN(trial.score()) ? null : trial.score();
            boolean predictive = objective == Objective.PREDICTIVE;
            return new TrialPart(
                    trial.number(),
                    trial.parameters(),
                    predictive ? null : score,
                    predictive ? score : null,
                    trial.sizes(),
                    (double) trial.took().toNanos() / TimeUnit.SECONDS.toNanos(1),
                    trial.isFeasible(),
                    trial.reason(),
                    trial.remembered());
        }
    }

    /** How surely each segment is found again; the mean over them, and its word. */
    record StabilityPart(double mean, String grade, List<SegmentStability> segments) {
        static StabilityPart of(List<Explanation> explanations) {
            double mean = explanations.stream()
                    .mapToDouble(Explanation::jaccard)
                    .average()
                    .orElse(0);
            return new StabilityPart(
                    mean,
                    Quality.ofJaccard(mean).label(),
                    explanations.stream()
                            .map(each -> new SegmentStability(
                                    each.cluster(), each.jaccard(), each.grade().label()))
                            .toList());
        }
    }

    record SegmentStability(int cluster, double jaccard, String grade) {}
}
