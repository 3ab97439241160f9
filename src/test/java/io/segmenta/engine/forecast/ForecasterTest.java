package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class ForecasterTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);

    @Test
    void aForecastDependsOnNothingButThePast() {
        Purchases shop = SimulatedShop.of(400, 420);
        ForecastResult once = Forecaster.fit(shop, 60, new Seed(7), Progress.SILENT);
        ForecastResult again = Forecaster.fit(shop, 60, new Seed(8), Progress.SILENT);
        assertThat(again.customers()).isEqualTo(once.customers());
    }

    @Test
    void theReportIsPlainJson() {
        ForecastReport report = Forecaster.fit(SimulatedShop.of(400, 420), 60, new Seed(7), Progress.SILENT)
                .report();
        ObjectMapper json = new ObjectMapper();
        String written = json.writeValueAsString(report);
        assertThat(written).doesNotContain("NaN").doesNotContain("Infinity");
        assertThat(json.writeValueAsString(json.readValue(written, ForecastReport.class)))
                .isEqualTo(written);
    }

    @Test
    void aShortHistoryGetsTheSimpleScoreAndSaysWhy() {
        ForecastResult result = Forecaster.fit(SimulatedShop.of(300, 150), 91, new Seed(7), Progress.SILENT);
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
        ForecastReport report = Forecaster.fit(SimulatedShop.of(400, 200), 91, new Seed(7), Progress.SILENT)
                .report();
        Backtest backtest = Objects.requireNonNull(report.backtest());
        assertThat(backtest.trainingOrigin()).isNull();
        assertThat(Objects.requireNonNull(report.model()).learns()).isFalse();
        assertThat(backtest.churn())
                .extracting(ChurnError::name)
                .containsExactly(
                        ChurnModel.SIMPLE_SCORE, ChurnModel.BG_NBD_P0, ChurnModel.MBG_NBD_P0, ChurnModel.MBG_CNBD_K_P0);
    }

    @Test
    void threeHorizonsLetModelsLearnButChooseOnTheTestedDays() {
        ForecastReport report = Forecaster.fit(SimulatedShop.of(400, 300), 91, new Seed(7), Progress.SILENT)
                .report();
        Backtest backtest = Objects.requireNonNull(report.backtest());
        assertThat(backtest.trainingOrigin()).isEqualTo(backtest.origin().minusDays(91));
        assertThat(backtest.selectionOrigin()).isNull();
        assertThat(report.notes()).anyMatch(note -> note.contains("expect slightly larger errors"));
    }

    @Test
    void nobodyComesBack() {
        List<PurchaseDay> once = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            once.add(PurchaseDay.of("c" + i, START.plusDays(i), 10));
        }
        ForecastResult result = Forecaster.fit(Purchases.of(once), 60, new Seed(7), Progress.SILENT);
        assertThat(result.report().bgNbd().used()).isNull();
        assertThat(result.report().outlook()).isNull();
        assertThat(result.report().oneTimeBuyers()).isEqualTo(300);
        assertThat(result.report().gaps().suggestedHorizonDays()).isEqualTo(91);
        assertThat(result.report().notes()).anyMatch(note -> note.contains("Not enough repeat purchases"));
    }

    @Test
    void horizonsOutOfRangeAreRefused() {
        Purchases shop = SimulatedShop.of(100, 100);
        for (int days : new int[] {0, 6, 365}) {
            assertThatThrownBy(() -> Forecaster.fit(shop, days, new Seed(7), Progress.SILENT))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("(" + days + " days)");
        }
    }
}
