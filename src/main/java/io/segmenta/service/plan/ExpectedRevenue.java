package io.segmenta.service.plan;

import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.backtest.RevenueError.Model;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.SegmentForecast;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the segments of a run are expected to bring without any campaign: its forecast, or their past, pro rata, where it made none or their
 * past came nearer to what was spent in held-out time.
 */
final class ExpectedRevenue {
    /** Standard deviations of a normal distribution from its middle to the ends of nine tenths. */
    private static final double NINE_IN_TEN = 1.645;

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
        Assumption past = Assumptions.pastRevenue(segment, observedDays(result), horizonDays);
        ForecastReport report = result.insights().value();
        ForecastDigest digest = result.insights().forecasts();
        if (report == null || digest == null || report.horizonDays() != horizonDays) {
            return past;
        }
        Optional<SegmentForecast> forecast = digest.segments().stream()
                .filter(any -> any.cluster() == segment.cluster() && any.spend() > 0)
                .findFirst();
        HeldOut test = heldOut(report);
        if (test != null && test.pastWasNearer()) {
            return new Assumption(
                    past.value(),
                    test.inWords("Revenue of the last " + observedDays(result)
                            + " days, pro rata, because it was nearer in the test"),
                    forecast.map(ExpectedRevenue::doubt).orElse(null));
        }
        return forecast.map(found -> new Assumption(found.spend(), source(horizonDays, test), doubt(found)))
                .orElse(past);
    }

    /** As wide as the interval of the forecast, which lies even around it in the logarithm; the past has none of its own. */
    private static @Nullable Double doubt(SegmentForecast forecast) {
        Interval interval = forecast.spendInterval();
        return interval == null ? null : Math.log(interval.high() / forecast.spend()) / NINE_IN_TEN;
    }

    private static String source(int horizonDays, @Nullable HeldOut test) {
        String forecast = "Forecast for the next " + horizonDays + " days";
        return test == null ? forecast + "." : test.inWords(forecast + ", because it was nearer in the test");
    }

    /**
     * What both ways foretold of what was then spent in held-out time, 1 is all of it.
     *
     * @param youngSeason whether the forecast is adjusted for season by now, which is too young to have been tested
     */
    record HeldOut(double forecast, double past, boolean youngSeason) {
        /** By factors: half as much is as far off as twice as much. */
        boolean pastWasNearer() {
            return Math.abs(Math.log(past)) < Math.abs(Math.log(forecast));
        }

        String inWords(String taken) {
            return String.format(
                    Locale.ROOT,
                    "%s: on held-out time the forecast%s came to %.0f %% of what was then spent, the past pro rata to %.0f %%.",
                    taken,
                    youngSeason ? ", not yet adjusted for season," : "",
                    100 * forecast,
                    100 * past);
        }
    }

    private static @Nullable HeldOut heldOut(ForecastReport report) {
        Backtest test = report.backtest();
        if (test == null) {
            return null;
        }
        boolean adjusted = report.season().isAdjusted();
        boolean tested = test.season().isAdjusted();
        OptionalDouble forecast = foretold(test, test.revenueModel(adjusted && tested));
        OptionalDouble past = foretold(test, Model.PAST_SPEND);
        return forecast.isPresent() && past.isPresent()
                ? new HeldOut(forecast.getAsDouble(), past.getAsDouble(), adjusted && !tested)
                : null;
    }

    private static OptionalDouble foretold(Backtest test, Model model) {
        return test.revenueErrors().stream()
                .filter(error -> error.name() == model)
                .mapToDouble(RevenueError::predictedToActual)
                .findFirst();
    }

    private static long observedDays(RunResult result) {
        return result.quality().firstDay() == null
                ? 1
                : Math.max(1, ChronoUnit.DAYS.between(result.quality().firstDay(), result.snapshot()));
    }
}
