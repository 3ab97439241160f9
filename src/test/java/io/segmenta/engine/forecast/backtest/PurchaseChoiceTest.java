package io.segmenta.engine.forecast.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.SimulatedShop;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.origin.Origins;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PurchaseChoiceTest {
    private static final LocalDate START = LocalDate.of(2022, 1, 1);
    private static final int DAYS = 60;

    private static HeldOutTime held(Purchases shop, Candidates candidates) {
        Origins origins = new Origins(shop, new Horizon(DAYS), ForecastProgress.silent());
        return HeldOutTime.of(origins, candidates).orElseThrow();
    }

    private static PurchaseChoice choice(Purchases shop) {
        return Objects.requireNonNull(held(shop, Candidates.ALL).backtest().purchaseChoice());
    }

    @Test
    void customersWithARhythmAreForecastWithOne() {
        PurchaseChoice choice = choice(regular());
        assertThat(choice.chosen()).isEqualTo(Family.MBG_CNBD_K);
        assertThat(choice.error(Family.MBG_CNBD_K).mean())
                .isLessThan(0.9 * choice.error(Family.BG_NBD).mean());
        assertThat(choice.revenueModel(false)).isEqualTo(RevenueError.Model.CHOSEN_GAMMA_GAMMA);
    }

    /** Gaps of three stages, at rates of their own; a few leave after each purchase. */
    private static Purchases regular() {
        Random random = new Seed(5).random();
        List<PurchaseDay> purchases = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double gap = 8 / SimulatedShop.gamma(random, 3);
            double day = 60 * random.nextDouble();
            do {
                purchases.add(PurchaseDay.of("c" + i, START.plusDays((long) day), 20));
                day += 1 + gap * SimulatedShop.gamma(random, 3);
            } while (day < 360 && random.nextDouble() < 0.93);
        }
        purchases.add(PurchaseDay.of("last", START.plusDays(359), 20));
        return Purchases.of(purchases);
    }

    @Test
    void whatIsTestedIsNotWhatItWasChosenBy() {
        Purchases shop = SimulatedShop.of(400, 400);
        LocalDate origin = shop.lastDay().minusDays(DAYS);
        // Half of what came in the tested days did not come.
        Purchases other = Purchases.of(shop.histories().stream()
                .flatMap(history -> history.purchases().stream())
                .filter(p -> !p.day().isAfter(origin)
                        || p.day().equals(shop.lastDay())
                        || p.customerId().hashCode() % 2 == 0)
                .toList());
        PurchaseChoice choice = choice(shop);
        assertThat(choice.tested()).isTrue();
        assertThat(choice.origins()).hasSize(4).doesNotContain(origin);
        assertThat(choice(other)).isEqualTo(choice);
        Backtest test = held(shop, Candidates.ALL).backtest();
        Backtest otherTest = held(other, Candidates.ALL).backtest();
        assertThat(otherTest.contest()).isEqualTo(test.contest());
        assertThat(otherTest.winner()).isEqualTo(test.winner());
        assertThat(otherTest.purchaseErrors()).isNotEqualTo(test.purchaseErrors());
    }

    @Test
    void withASingleOriginItIsChosenOnTheTestedDaysAndSaysSo() {
        PurchaseChoice choice = choice(SimulatedShop.of(400, 150));
        assertThat(choice.tested()).isFalse();
        assertThat(choice.origins()).hasSize(1);
    }

    @Test
    void theOriginalKnowsNoOtherModels() {
        Backtest test = held(regular(), Candidates.ORIGINAL).backtest();
        assertThat(test.purchaseModel()).isEqualTo(PurchaseError.Model.BG_NBD);
        assertThat(test.purchaseErrors())
                .extracting(PurchaseError::name)
                .containsExactly(PurchaseError.Model.PRO_RATA, PurchaseError.Model.BG_NBD);
        assertThat(test.churn())
                .extracting(ChurnError::name)
                .doesNotContain(ChurnModel.MBG_NBD_P0, ChurnModel.MBG_CNBD_K_P0);
    }
}
