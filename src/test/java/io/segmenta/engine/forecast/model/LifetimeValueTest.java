package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    private static final BgNbd SHOP = new BgNbd(0.8, 6, 0.6, 2.5);

    @Test
    void customersOfEqualHistoryGetThePurchasesOfEach() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(300, SHOP, 52);
        LifetimeValue lifetimeValue = new LifetimeValue(SHOP, Discounting.DEFAULT);
        double[] together = lifetimeValue.purchases(customers, ForecastProgress.silent());
        for (int i = 0; i < together.length; i++) {
            assertThat(lifetimeValue.purchases(List.of(customers.get(i)), ForecastProgress.silent()))
                    .containsExactly(together[i]);
        }
    }

    @Test
    void moneyThatComesLaterIsWorthLess() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(50, SHOP, 52);
        double[] discounted =
                new LifetimeValue(SHOP, Discounting.DEFAULT).purchases(customers, ForecastProgress.silent());
        double[] worthTheSame =
                new LifetimeValue(SHOP, new Discounting(52, 0, 1)).purchases(customers, ForecastProgress.silent());
        for (int i = 0; i < discounted.length; i++) {
            assertThat(worthTheSame[i])
                    .isCloseTo(SHOP.expectedPurchases(customers.get(i), 52), Percentage.withPercentage(1e-9));
            assertThat(discounted[i] / worthTheSame[i]).isBetween(1 / 1.1, 1.0);
        }
    }

    @Test
    void aFewTimesAreAsGoodAsEveryWeek() {
        BgCnbd rhythm = new BgCnbd(BgCnbd.Dropout.FROM_THE_FIRST, 2, 1.3, 2.8, 0.42, 0.79);
        DiscountRule exact = DiscountRule.exact(Discounting.DEFAULT);
        DiscountRule smooth = DiscountRule.smooth(Discounting.DEFAULT);
        for (PurchaseSummary customer : BgNbdFitTest.simulated(50, SHOP, 52)) {
            assertThat(smooth.purchases(rhythm, customer))
                    .isCloseTo(exact.purchases(rhythm, customer), Percentage.withPercentage(0.01));
        }
    }
}
