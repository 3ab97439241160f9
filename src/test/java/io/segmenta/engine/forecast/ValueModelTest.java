package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.churn.RiskScore;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.history.Steps;
import io.segmenta.engine.forecast.model.BgNbdFitTest;
import io.segmenta.engine.forecast.model.Origin;
import io.segmenta.engine.forecast.model.SeasonFactor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class ValueModelTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    @Test
    void theSameSeedGivesTheSameForecast() {
        Purchases shop = shop(400, 420, 1);
        ValueResult once = ValueModel.fit(shop, 60, new Seed(7), Progress.SILENT);
        ValueResult again = ValueModel.fit(shop, 60, new Seed(7), Progress.SILENT);
        ValueResult other = ValueModel.fit(shop, 60, new Seed(8), Progress.SILENT);
        assertThat(again.customers()).isEqualTo(once.customers());
        assertThat(other.customers()).isNotEqualTo(once.customers());
    }

    @Test
    void theReportIsPlainJson() {
        ValueReport report = ValueModel.fit(shop(400, 420, 1), 60, new Seed(7), Progress.SILENT)
                .report();
        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(report);
        assertThat(written).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(json.writeValueAsString(json.readValue(written, ValueReport.class)))
                .isEqualTo(written);
    }

    @Test
    void aShortHistoryGetsTheSimpleScoreAndSaysWhy() {
        ValueResult result = ValueModel.fit(shop(300, 150, 1), 91, new Seed(7), Progress.SILENT);
        assertThat(result.report().backtest()).isNull();
        assertThat(result.report().model()).isNull();
        assertThat(result.report().outlook()).isNull();
        assertThat(result.report().notes().getFirst())
                .startsWith("The history is too short to test a forecast of 91 days: that takes 182 days");
        assertThat(result.customers()).isNotEmpty().allSatisfy(customer -> {
            assertThat(customer.forecast()).isNull();
            assertThat(customer.riskScore()).isBetween(0.0, 100.0);
        });
    }

    @Test
    void twoHorizonsTestThePurchaseModelAlone() {
        ValueReport report = ValueModel.fit(shop(400, 200, 1), 91, new Seed(7), Progress.SILENT)
                .report();
        Backtest backtest = Objects.requireNonNull(report.backtest());
        assertThat(backtest.trainingOrigin()).isNull();
        assertThat(report.model()).isEqualTo(ChurnModel.BG_NBD_P0);
        assertThat(backtest.churn())
                .extracting(ChurnError::name)
                .containsExactly(ChurnModel.SIMPLE_SCORE, ChurnModel.BG_NBD_P0);
    }

    @Test
    void threeHorizonsLetModelsLearnButChooseOnTheTestedDays() {
        ValueReport report = ValueModel.fit(shop(400, 300, 1), 91, new Seed(7), Progress.SILENT)
                .report();
        Backtest backtest = Objects.requireNonNull(report.backtest());
        assertThat(backtest.trainingOrigin()).isEqualTo(backtest.origin().minusDays(91));
        assertThat(backtest.selectionOrigin()).isNull();
        assertThat(report.notes()).anyMatch(note -> note.contains("expect slightly larger errors"));
    }

    @Test
    void twoYearsOfASeasonalShopAreAdjusted() {
        // Twice as many purchases from October to December: 2022 and 2023 are known up to September 2023.
        Purchases all = shop(1500, 730, 2);
        Purchases known = until(all, LocalDate.of(2023, 9, 30));
        SeasonFactor season = SeasonFactor.at(LocalDate.of(2023, 9, 30), known, 91, Steps.silent());
        assertThat(season.isAdjusted()).isTrue();
        Origin origin = Origin.of(known, LocalDate.of(2023, 9, 30), 91, Steps.silent());
        double expected = Arrays.stream(origin.expectedPurchases()).sum();
        double actual = Arrays.stream(all.asOf(LocalDate.of(2023, 9, 30)).purchasesWithin(91))
                .sum();
        assertThat(expected / actual).isLessThan(0.75);
        assertThat(season.factor() * expected / actual).isBetween(0.85, 1.15);
    }

    @Test
    void nobodyComesBack() {
        List<PurchaseDay> once = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            once.add(PurchaseDay.of("c" + i, START.plusDays(i), 10));
        }
        ValueResult result = ValueModel.fit(Purchases.of(once), 60, new Seed(7), Progress.SILENT);
        assertThat(result.report().bgNbd().used()).isNull();
        assertThat(result.report().outlook()).isNull();
        assertThat(result.report().oneTimeBuyers()).isEqualTo(300);
        assertThat(result.report().gaps().suggestedHorizonDays()).isEqualTo(91);
        assertThat(result.report().notes()).anyMatch(note -> note.contains("Not enough repeat purchases"));
    }

    @Test
    void horizonsOutOfRangeAreRefused() {
        Purchases shop = shop(100, 100, 1);
        for (int days : new int[] {0, 6, 365}) {
            assertThatThrownBy(() -> ValueModel.fit(shop, days, new Seed(7), Progress.SILENT))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("(" + days + " days)");
        }
    }

    @Test
    void nothingSoldIsRefused() {
        assertThatThrownBy(() -> Purchases.of(List.of()))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Nothing was sold");
    }

    @Test
    void oneTimeBuyersAreNeverOverdue() {
        CustomerForecast.Forecast silent = new CustomerForecast.Forecast(0.9, 0.1, 1, 4, null, 0.01);
        assertThat(new CustomerForecast("once", 80, true, silent).isOverdue()).isFalse();
        assertThat(new CustomerForecast("often", 80, false, silent).isOverdue()).isTrue();
        assertThat(new CustomerForecast("unknown", 80, false, null).isOverdue()).isFalse();
    }

    @Test
    void theRiskScoreByHand() {
        double[] scores = RiskScore.of(new double[] {100, 50}, new double[] {1, 4}, new double[] {25, 100});
        assertThat(scores[0]).isCloseTo(40 + 30 * 0.75 + 30 * 0.75, within(1e-12));
        assertThat(scores[1]).isCloseTo(20, within(1e-12));
    }

    /** A shop of customers with their own rates; in the last quarter of a year everybody buys {@code peak} times as often. */
    private static Purchases shop(int customers, int days, double peak) {
        Random random = new Seed(11).random();
        List<PurchaseDay> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double daily = BgNbdFitTest.gamma(random, 0.9) / 60;
            double size = 10 + 90 * random.nextDouble();
            int first = random.nextInt(days);
            purchases.add(PurchaseDay.of("c" + i, START.plusDays(first), size));
            for (int day = first + 1; day < days; day++) {
                LocalDate date = START.plusDays(day);
                if (random.nextDouble() < daily * (date.getMonthValue() >= 10 ? peak : 1)) {
                    purchases.add(PurchaseDay.of("c" + i, date, size * (0.5 + random.nextDouble())));
                }
            }
        }
        return Purchases.of(purchases);
    }

    private static Purchases until(Purchases purchases, LocalDate day) {
        return Purchases.of(purchases.histories().stream()
                .flatMap(history -> history.purchases().stream())
                .filter(p -> !p.day().isAfter(day))
                .toList());
    }
}
