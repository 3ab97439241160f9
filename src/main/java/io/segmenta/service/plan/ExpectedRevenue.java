package io.segmenta.service.plan;

import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.RevenueError.Model;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** What the segments of a run are expected to bring without any campaign: its forecast where it made one, else their past. */
final class ExpectedRevenue {
    private ExpectedRevenue() {}

    /** What a plan for the run begins with: over the days that it forecast, else over the usual ones. */
    static Assumptions assumptions(RunResult result, Playbook playbook, Recipe recipe) {
        Horizon wished = recipe.horizon();
        return assumptions(result, playbook, wished == null ? Horizon.DEFAULT_DAYS : wished.days());
    }

    static Assumptions assumptions(RunResult result, Playbook playbook, int horizonDays) {
        List<Assumption> revenues = result.segments().stream()
                .map(segment -> of(segment, result, horizonDays))
                .toList();
        return Assumptions.defaults(result.segments(), revenues, playbook, horizonDays);
    }

    private static Assumption of(Segment segment, RunResult result, int horizonDays) {
        ForecastReport report = result.insights().value();
        ForecastDigest digest = result.insights().forecasts();
        if (report == null || digest == null || report.horizonDays() != horizonDays) {
            return Assumptions.pastRevenue(segment, observedDays(result), horizonDays);
        }
        return digest.segments().stream()
                .filter(forecast -> forecast.cluster() == segment.cluster() && forecast.spend() > 0)
                .findFirst()
                .map(forecast -> new Assumption(forecast.spend(), source(report)))
                .orElseGet(() -> Assumptions.pastRevenue(segment, observedDays(result), horizonDays));
    }

    /** With the error of the same forecast on held-out time; an adjustment for season may be too young to have been tested. */
    private static String source(ForecastReport report) {
        String forecast = "Forecast for the next " + report.horizonDays() + " days.";
        Backtest test = report.backtest();
        if (test == null) {
            return forecast;
        }
        boolean adjusted = report.season().isAdjusted();
        String without = adjusted && !test.season().isAdjusted() ? ", not yet adjusted for season," : "";
        Model model =
                test.season().isAdjusted() && adjusted ? Model.BG_NBD_GAMMA_GAMMA_SEASON : Model.BG_NBD_GAMMA_GAMMA_ALL;
        return test.revenueErrors().stream()
                .filter(error -> error.name() == model)
                .findFirst()
                .map(error -> String.format(
                        Locale.ROOT,
                        "%s On held-out time it%s came to %.0f %% of what was then spent.",
                        forecast,
                        without,
                        100 * error.predictedToActual()))
                .orElse(forecast);
    }

    private static long observedDays(RunResult result) {
        return result.quality().firstDay() == null
                ? 1
                : Math.max(1, ChronoUnit.DAYS.between(result.quality().firstDay(), result.snapshot()));
    }
}
