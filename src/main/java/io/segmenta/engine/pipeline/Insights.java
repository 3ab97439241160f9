package io.segmenta.engine.pipeline;

import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Segment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run says beyond its segments.
 *
 * @param explanations one per segment; none in runs of versions that did not explain
 * @param value null where the run was made without forecasts
 * @param forecasts null where {@code value} is
 * @param fitting null in runs of versions that did not keep it
 * @param diagnostics null in runs of versions that did not keep them
 * @param continuity null where the run has no predecessor
 * @param states null in runs of versions that did not tell them
 * @param heldOut null in runs of versions that did not test segments on held-out time
 * @param cohorts null in runs of versions that did not count them
 */
public record Insights(
        List<Explanation> explanations,
        @Nullable ForecastReport value,
        @Nullable ForecastDigest forecasts,
        @Nullable Fitting fitting,
        @Nullable Diagnostics diagnostics,
        @Nullable Continuity continuity,
        @Nullable StateReport states,
        @Nullable HeldOutReport heldOut,
        @Nullable CohortReport cohorts) {
    /** Of runs of earlier versions. */
    public static final Insights NONE = new Insights(List.of(), null, null, null, null, null, null, null, null);

    public Insights {
        explanations = List.copyOf(explanations);
    }

    public Optional<Explanation> explanation(Segment segment) {
        return explanations.stream()
                .filter(explanation -> explanation.cluster() == segment.cluster())
                .findFirst();
    }
}
