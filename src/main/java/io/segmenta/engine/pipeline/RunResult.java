package io.segmenta.engine.pipeline;

import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.cluster.model.ClusterModel;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.FittedTransform;
import io.segmenta.engine.segment.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a succeeded run found, without its customers.
 *
 * @param snapshot the day from which recency counts
 * @param inertia sum of squared distances to the centres
 * @param segments by persona, then ordinal
 * @param insights none in runs of earlier versions
 * @param seconds per stage
 */
public record RunResult(
        QualityReport quality,
        LocalDate snapshot,
        int customers,
        long orders,
        double revenue,
        int outliers,
        Metrics metrics,
        double inertia,
        List<Segment> segments,
        FittedTransform transform,
        ClusterModel model,
        Insights insights,
        Map<Stage, Double> seconds,
        Provenance provenance) {
    /** Features that say nearly the same; of runs of earlier versions, those that do so whatever the data are. */
    public List<Correlation> correlations() {
        Diagnostics diagnostics = insights.diagnostics();
        return diagnostics == null ? Correlation.byDefinition(transform.features()) : diagnostics.correlations();
    }
}
