package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.Forecaster;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.OrderContest;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.SegmentForecast;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import io.segmenta.engine.rhythm.StateReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The example's run with forecasts: the report of a small simulated shop, and round figures where the page counts customers. */
public final class Forecasts {
    /** By days of history; fitting takes seconds. */
    private static final Map<Integer, ForecastReport> REPORTS = new ConcurrentHashMap<>();

    private Forecasts() {}

    /** @param days of history; 91 are to be forecast, which takes 182 */
    public static RunResult example(int days) {
        RunResult run = Example.result();
        return Example.with(
                run,
                new Insights(
                        Example.insights().explanations(),
                        REPORTS.computeIfAbsent(days, Forecasts::report),
                        digest(),
                        Example.insights().fitting(),
                        null,
                        null,
                        Example.states(),
                        Example.heldOut(),
                        Example.cohorts()));
    }

    private static ForecastDigest digest() {
        return new ForecastDigest(
                List.of(10, 20, 30, 40, 50, 60, 70, 80, 90, 100),
                List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 14.0, 50.0),
                overdue(new Interval(0, 90_000)),
                Example.segments().stream()
                        .map(segment -> new SegmentForecast(
                                segment.cluster(),
                                0.42,
                                1000,
                                new LifetimeValue.Total(4000, new Interval(2900, 5500)),
                                new Interval(700, 1450)))
                        .toList(),
                List.of(new CustomerForecast(
                        "14911",
                        5,
                        false,
                        new CustomerForecast.Forecast(0.01, 20, 30_000, 110_000, new Interval(0, 212_500)))));
    }

    private static ForecastReport report(int days) {
        RandomGenerator random = new Seed(3).random();
        LocalDate start = LocalDate.of(2022, 1, 1);
        List<PurchaseDay> purchases = new ArrayList<>();
        for (int customer = 0; customer < 400; customer++) {
            double gap = 10 + 60 * random.nextDouble();
            double day = 30 * random.nextDouble();
            while (day < days) {
                purchases.add(
                        PurchaseDay.of("C" + customer, start.plusDays((long) day), 20 + 100 * random.nextDouble()));
                day += 1 - gap * Math.log(1 - random.nextDouble());
                if (random.nextDouble() < 0.15) {
                    day = days;
                }
            }
        }
        return Forecaster.fit(Purchases.of(purchases), 91, new Seed(7), Progress.SILENT)
                .report();
    }

    /** The same run as a version wrote it that did not test its intervals. */
    public static RunResult untested(RunResult run) {
        Insights now = run.insights();
        ForecastReport report = Objects.requireNonNull(now.value());
        return changed(run, untested(report), now.forecasts());
    }

    /** The same with these customers overdue. */
    public static RunResult with(RunResult run, @Nullable OverdueReport overdue) {
        Insights now = run.insights();
        ForecastDigest digest = Objects.requireNonNull(now.forecasts());
        return changed(
                run,
                Objects.requireNonNull(now.value()),
                new ForecastDigest(
                        digest.inactive(), digest.lifetimeValues(), overdue, digest.segments(), digest.mostValuable()));
    }

    /** As many as the states of the example say, and one of them by name. */
    public static OverdueReport overdue(Interval interval) {
        int customers = Example.states().lines().stream()
                .filter(line -> line.state().isOverdue())
                .mapToInt(StateReport.Line::customers)
                .sum();
        LocalDate day = LocalDate.of(2012, 1, 9);
        return new OverdueReport(
                customers,
                (double) customers / Example.result().customers(),
                20_000,
                interval,
                List.of(new OverdueReport.Line(
                        new CustomerForecast(
                                "12347", 40, false, new CustomerForecast.Forecast(0.9, 0.1, 30, 1234, null)),
                        new Standing(State.COOLING, new NextPurchase(day, day.plusDays(9), day.plusDays(60))))));
    }

    /** The same where this ranked customers best; by the tested days where there was no contest. */
    public static RunResult sorted(RunResult run, RevenueError.Model winner, @Nullable OrderContest order) {
        Insights now = run.insights();
        ForecastReport report = Objects.requireNonNull(now.value());
        Backtest test = Objects.requireNonNull(report.backtest());
        Backtest changed = new Backtest(
                test.origin(),
                test.trainingOrigin(),
                test.selectionOrigin(),
                test.horizonDays(),
                test.customers(),
                test.baseRate(),
                test.purchases(),
                test.revenue(),
                test.churn(),
                test.winner(),
                test.purchaseErrors(),
                test.revenueErrors(),
                winner,
                test.season(),
                test.silent(),
                test.reactivated(),
                test.oneTimeBuyers(),
                test.oneTimeBuyersReturned(),
                test.purchaseChoice(),
                test.contest(),
                order);
        return changed(run, with(report, changed, report.coverage(), report.yearCoverage()), now.forecasts());
    }

    private static ForecastReport untested(ForecastReport report) {
        return with(report, report.backtest(), null, null);
    }

    private static ForecastReport with(
            ForecastReport report,
            @Nullable Backtest backtest,
            @Nullable RevenueCoverage coverage,
            @Nullable RevenueCoverage yearCoverage) {
        return new ForecastReport(
                report.horizonDays(),
                report.firstDay(),
                report.lastDay(),
                report.historyDays(),
                report.customers(),
                report.gaps(),
                report.model(),
                report.bgNbd(),
                report.gammaGamma(),
                report.gammaGammaAll(),
                backtest,
                report.season(),
                report.outlook(),
                report.oneTimeBuyers(),
                report.notes(),
                coverage,
                yearCoverage,
                report.purchasing());
    }

    private static RunResult changed(RunResult run, ForecastReport report, @Nullable ForecastDigest digest) {
        Insights now = run.insights();
        return Example.with(
                run,
                new Insights(
                        now.explanations(),
                        report,
                        digest,
                        now.fitting(),
                        now.diagnostics(),
                        now.continuity(),
                        now.states(),
                        now.heldOut(),
                        now.cohorts()));
    }
}
