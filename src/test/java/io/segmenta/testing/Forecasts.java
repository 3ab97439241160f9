package io.segmenta.testing;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.Forecaster;
import io.segmenta.engine.forecast.Outlook;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.Insights;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.SegmentForecast;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

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
                List.of(new CustomerForecast(
                        "12347", 40, false, new CustomerForecast.Forecast(0.9, 0.1, 30, 1234, null, 0.012))),
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
                        new CustomerForecast.Forecast(0.01, 20, 30_000, 110_000, new Interval(0, 212_500), 0.9))));
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
        return changed(run, UnaryOperator.identity(), false);
    }

    /** The same with this interval of the money at stake. */
    public static RunResult staked(RunResult run, Interval interval) {
        return changed(
                run,
                outlook -> new Outlook(
                        outlook.purchases(),
                        outlook.spend(),
                        outlook.lifetimeValue(),
                        outlook.highRiskCustomers(),
                        outlook.highRiskShare(),
                        outlook.moneyAtStake(),
                        outlook.suggestedRetentionBudget(),
                        outlook.overdueCustomers(),
                        outlook.spendInterval(),
                        interval),
                true);
    }

    private static RunResult changed(RunResult run, UnaryOperator<Outlook> outlook, boolean tested) {
        Insights now = run.insights();
        ForecastReport report = Objects.requireNonNull(now.value());
        ForecastReport changed = new ForecastReport(
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
                report.backtest(),
                report.season(),
                outlook.apply(Objects.requireNonNull(report.outlook())),
                report.oneTimeBuyers(),
                report.notes(),
                tested ? report.coverage() : null,
                tested ? report.yearCoverage() : null);
        return Example.with(
                run,
                new Insights(
                        now.explanations(),
                        changed,
                        now.forecasts(),
                        now.fitting(),
                        now.diagnostics(),
                        now.continuity(),
                        now.states(),
                        now.heldOut(),
                        now.cohorts()));
    }
}
