package io.segmenta.store;

import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.Provenance;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.segment.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run's result as the database keeps it: without the model, which is a file of its own. Results of earlier versions lack the parts that may be null. */
record StoredResult(
        QualityReport quality,
        LocalDate snapshot,
        int customers,
        long orders,
        double revenue,
        int outliers,
        Metrics metrics,
        double inertia,
        List<Segment> segments,
        @Nullable Insights insights,
        Map<Stage, Double> seconds,
        Provenance provenance) {
    static StoredResult of(RunResult result) {
        return new StoredResult(
                result.quality(),
                result.snapshot(),
                result.customers(),
                result.orders(),
                result.revenue(),
                result.outliers(),
                result.metrics(),
                result.inertia(),
                result.segments(),
                result.insights(),
                result.seconds(),
                result.provenance());
    }

    /** The same with its segments under other names. */
    StoredResult with(List<Segment> renamed) {
        return new StoredResult(
                quality,
                snapshot,
                customers,
                orders,
                revenue,
                outliers,
                metrics,
                inertia,
                renamed,
                insights,
                seconds,
                provenance);
    }

    RunResult with(StoredModel model) {
        return new RunResult(
                quality,
                snapshot,
                customers,
                orders,
                revenue,
                outliers,
                metrics,
                inertia,
                segments,
                model.transform(),
                model.model(),
                insights == null ? Insights.NONE : insights,
                seconds,
                provenance);
    }
}
