package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.testing.Cases;
import org.assertj.core.data.Percentage;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;

/** What must hold for any parameters and any history. */
class PurchaseModelPropertyTest {
    private static final double WEEKS = 13;

    @Test
    void countsHaveProbabilitiesThatSumToOneAndAverageToTheExpectation() {
        Cases.check(100, drawn -> {
            double r = drawn.between(0.05, 5.0);
            double alpha = drawn.between(2.0, 40.0);
            double a = drawn.between(0.0, 5.0);
            double b = drawn.between(0.1, 50.0);
            int x = drawn.between(0, 12);
            double part = drawn.between(0.0, 1.0);
            double age = drawn.between(20.0, 60.0);
            BgNbd model = new BgNbd(r, alpha, a, b);
            PurchaseSummary s = history(x, part, age);
            double sum = 0;
            double mean = 0;
            for (int k = 0; k < 150; k++) {
                double probability = PurchaseCounts.probability(k, model, s, WEEKS);
                assertThat(probability).isBetween(0.0, 1 + 1e-12);
                sum += probability;
                mean += k * probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
            assertThat(mean).isCloseTo(model.expectedPurchases(s, WEEKS), within(1e-6 * Math.max(1, mean)));
        });
    }

    @Test
    void noPurchaseIsTheCountZero() {
        Cases.check(1000, drawn -> {
            double r = drawn.between(0.02, 50.0);
            double alpha = drawn.between(0.5, 100.0);
            double a = drawn.between(0.0, 1000.0);
            double b = drawn.between(0.01, 1e5);
            int x = drawn.between(0, 300);
            double part = drawn.between(0.0, 1.0);
            double age = drawn.between(1.0, 156.0);
            BgNbd model = new BgNbd(r, alpha, a, b);
            PurchaseSummary s = history(x, part, age);
            double inactive = model.probabilityInactive(s, WEEKS);
            assertThat(inactive).isBetween(0.0, 1 + 1e-12);
            assertThat(inactive).isCloseTo(PurchaseCounts.probability(0, model, s, WEEKS), within(1e-12));
            assertThat(inactive).isGreaterThanOrEqualTo(1 - model.probabilityAlive(s) - 1e-12);
            assertThat(inactive).isLessThanOrEqualTo(model.probabilityInactive(s, WEEKS / 2) + 1e-12);
            assertThat(x == 0 ? model.probabilityAlive(s) : 1).isEqualTo(1);
        });
    }

    /**
     * M = E over p ~ Beta(a, b) of (1 − (1 + p h/α)^−r) / p, by the double exponential rule (Takahasi and Mori 1974), to which the
     * singular ends are nothing.
     */
    @Test
    void theExpectationOfANewCustomerIsAnIntegral() {
        Cases.check(300, drawn -> {
            double r = drawn.between(0.05, 10.0);
            double alpha = drawn.between(1.0, 40.0);
            double a = drawn.between(0.3, 8.0);
            double b = drawn.between(0.3, 80.0);
            double h = drawn.between(1.0, 104.0);
            double step = 1.0 / 64;
            double integral = 0;
            for (double u = -5; u <= 5; u += step) {
                double p = 1 / (1 + Math.exp(-Math.PI * Math.sinh(u)));
                double rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(u)));
                double density = Math.pow(p, a) * Math.pow(rest, b) * Math.PI * Math.cosh(u);
                integral += step * density * -Math.expm1(-r * Math.log1p(p * h / alpha)) / p;
            }
            double mean = integral / Math.exp(Beta.logBeta(a, b));
            assertThat(new BgNbd(r, alpha, a, b).expectedPurchases(h)).isCloseTo(mean, within(1e-8 * mean));
        });
    }

    @Test
    void expectationsGrowWithTimeAndScaleWithItsUnit() {
        Cases.check(1000, drawn -> {
            double r = drawn.between(0.02, 10.0);
            double alpha = drawn.between(0.5, 100.0);
            double a = drawn.between(0.0, 100.0);
            double b = drawn.between(0.01, 1000.0);
            double h = drawn.between(1.0, 156.0);
            double c = drawn.between(0.01, 100.0);
            BgNbd model = new BgNbd(r, alpha, a, b);
            double expected = model.expectedPurchases(h);
            assertThat(expected).isPositive();
            assertThat(expected).isGreaterThanOrEqualTo(model.expectedPurchases(h / 2) * (1 - 1e-8));
            assertThat(expected).isLessThanOrEqualTo(r * h / alpha * (1 + 1e-8));
            assertThat(new BgNbd(r, c * alpha, a, b).expectedPurchases(c * h))
                    .isCloseTo(expected, Percentage.withPercentage(1e-6));
        });
    }

    @Test
    void weeksAreDiscountedOneByOne() {
        Cases.check(300, drawn -> {
            double r = drawn.between(0.05, 5.0);
            double alpha = drawn.between(3.0, 40.0);
            double a = drawn.between(0.0, 3.0);
            double b = drawn.between(0.5, 50.0);
            int x = drawn.between(0, 30);
            double part = drawn.between(0.0, 1.0);
            double age = drawn.between(1.0, 104.0);
            BgNbd model = new BgNbd(r, alpha, a, b);
            PurchaseSummary s = history(x, part, age);
            double exact = DiscountRule.exact(Discounting.DEFAULT).purchases(model, s);
            double byWeek = 0;
            for (int week = 1; week <= 52; week++) {
                double gained = model.expectedPurchases(s, week) - model.expectedPurchases(s, week - 1);
                byWeek += gained * Math.pow(1.1, -7 * week / 365.25);
            }
            assertThat(exact).isCloseTo(byWeek, within(1e-9 * byWeek));
        });
    }

    @Test
    void expectedSpendLiesBetweenTheOwnMeanAndThePopulations() {
        Cases.check(1000, drawn -> {
            double p = drawn.between(0.1, 20.0);
            double q = drawn.between(1.1, 20.0);
            double v = drawn.between(0.1, 1000.0);
            int x = drawn.between(1, 200);
            double mean = drawn.between(0.01, 1e5);
            GammaGamma model = new GammaGamma(p, q, v);
            double expected = model.expectedSpend(x, mean);
            double population = model.populationMean();
            assertThat(expected)
                    .isBetween(Math.min(mean, population) * (1 - 1e-12), Math.max(mean, population) * (1 + 1e-12));
        });
    }

    private static PurchaseSummary history(int x, double part, double age) {
        return Histories.even("s", x, x == 0 ? 0 : age * Math.max(part, 0.01), age, x == 0 ? 0 : 1, 1);
    }
}
