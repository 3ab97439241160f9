package io.segmenta.service.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.Forecaster;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.backtest.SumTest;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.testing.Shared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whether the 90 % intervals that the product shows of sums hold 90 % of what came, on data that it was not made from. */
class IntervalCoverageTest {
    private static ForecastReport forecast(Purchases purchases) {
        return Forecaster.fit(purchases, 91, new Seed(42), Progress.SILENT).report();
    }

    /** The reader of any shop's lines is that of the one log which is lines of invoices. */
    private static ForecastReport sample() {
        return forecast(PurchaseLog.ONLINE_RETAIL.read(Path.of("data/sample-transactions.csv")));
    }

    private static double share(List<SumTest> tests) {
        return (double) RevenueCoverage.inside(tests) / tests.size();
    }

    @Test
    void theSampleLiesInsideMostTimes() {
        ForecastReport report = sample();
        RevenueCoverage coverage = Objects.requireNonNull(report.coverage());
        assertThat(coverage.wholes()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(coverage.tests()).hasSize(6 * coverage.wholes().size());
        assertThat(share(coverage.tests())).isGreaterThanOrEqualTo(0.8);
        assertThat(share(Objects.requireNonNull(report.yearCoverage()).tests())).isGreaterThanOrEqualTo(0.8);
    }

    @Test
    void onPublicDataTheyHoldNineTimesInTen() {
        List<Path> folders = List.of(Shared.path("data"), Shared.path("data/clv"));
        List<SumTest> horizon = new ArrayList<>();
        List<SumTest> year = new ArrayList<>();
        for (PurchaseLog log : PurchaseLog.values()) {
            add(forecast(log.read(log.in(folders).orElseThrow())), horizon, year);
        }
        add(sample(), horizon, year);
        assertThat(horizon).hasSizeGreaterThanOrEqualTo(40);
        assertThat(share(horizon)).as("%d sums", horizon.size()).isBetween(0.85, 0.95);
        assertThat(share(horizon.stream().filter(test -> test.group() == 0).toList()))
                .isBetween(0.85, 1.0);
        assertThat(share(year)).as("%d sums of up to 52 weeks", year.size()).isBetween(0.85, 0.97);
    }

    private static void add(ForecastReport report, List<SumTest> horizon, List<SumTest> year) {
        horizon.addAll(Objects.requireNonNull(report.coverage()).tests());
        year.addAll(Objects.requireNonNull(report.yearCoverage()).tests());
    }
}
