package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LifetimeValueTest {
    private static final BgNbd SHOP = new BgNbd(0.8, 6, 0.6, 2.5);

    @Test
    void manyCustomersShareTheWidthOfTheirIntervalsAndLittleIsLost() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(1500, SHOP, 52);
        BgNbdFit fit = BgNbdFit.of(customers);
        assertThat(fit.status()).isEqualTo(FitStatus.FITTED);
        GammaGammaFit spend = GammaGammaFit.of(customers, GammaGammaFit.Basis.ALL, 10);
        LifetimeValue few = new LifetimeValue(fit, spend, Discounting.DEFAULT, 1500, new Seed(3));
        LifetimeValue many = new LifetimeValue(fit, spend, Discounting.DEFAULT, 1_000_000, new Seed(3));
        double[] values = few.values(customers, ForecastProgress.silent());
        assertThat(many.values(customers, ForecastProgress.silent())).isEqualTo(values);
        Interval exact = Objects.requireNonNull(few.total(customers, values).interval());
        Interval shared = Objects.requireNonNull(many.total(customers, values).interval());
        double width = exact.high() - exact.low();
        assertThat(shared.low()).isCloseTo(exact.low(), within(0.05 * width));
        assertThat(shared.high()).isCloseTo(exact.high(), within(0.05 * width));
    }

    @Test
    void customersOfEqualHistoryGetTheValueOfEach() {
        List<PurchaseSummary> customers = BgNbdFitTest.simulated(300, SHOP, 52);
        LifetimeValue lifetimeValue = new LifetimeValue(
                BgNbdFit.of(customers),
                GammaGammaFit.of(customers, GammaGammaFit.Basis.ALL, 10),
                Discounting.DEFAULT,
                300,
                new Seed(3));
        double[] together = lifetimeValue.values(customers, ForecastProgress.silent());
        for (int i = 0; i < together.length; i++) {
            assertThat(lifetimeValue.values(List.of(customers.get(i)), ForecastProgress.silent()))
                    .containsExactly(together[i]);
        }
    }
}
