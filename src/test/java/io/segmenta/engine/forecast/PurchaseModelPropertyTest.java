package io.segmenta.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.DiscountRule;
import io.segmenta.engine.forecast.model.Discounting;
import io.segmenta.engine.forecast.model.GammaGamma;
import io.segmenta.engine.forecast.model.SpecialFunctions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Percentage;

/** What must hold for any parameters and any history. */
class PurchaseModelPropertyTest {
    private static final double WEEKS = 13;

    @Property(tries = 100, seed = "1")
    void countsHaveProbabilitiesThatSumToOneAndAverageToTheExpectation(
            @ForAll @DoubleRange(min = 0.05, max = 5) double r,
            @ForAll @DoubleRange(min = 2, max = 40) double alpha,
            @ForAll @DoubleRange(min = 0, max = 5) double a,
            @ForAll @DoubleRange(min = 0.1, max = 50) double b,
            @ForAll @IntRange(min = 0, max = 12) int x,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 20, max = 60) double age) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        PurchaseSummary s = history(x, part, age);
        double sum = 0;
        double mean = 0;
        for (int k = 0; k < 150; k++) {
            double probability = model.probabilityOf(k, s, WEEKS);
            assertThat(probability).isBetween(0.0, 1 + 1e-12);
            sum += probability;
            mean += k * probability;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(mean).isCloseTo(model.expectedPurchases(s, WEEKS), within(1e-6 * Math.max(1, mean)));
    }

    @Property(tries = 1000, seed = "1")
    void noPurchaseIsTheCountZero(
            @ForAll @DoubleRange(min = 0.02, max = 50) double r,
            @ForAll @DoubleRange(min = 0.5, max = 100) double alpha,
            @ForAll @DoubleRange(min = 0, max = 1000) double a,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double b,
            @ForAll @IntRange(min = 0, max = 300) int x,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 1, max = 156) double age) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        PurchaseSummary s = history(x, part, age);
        double inactive = model.probabilityInactive(s, WEEKS);
        assertThat(inactive).isBetween(0.0, 1 + 1e-12);
        assertThat(inactive).isCloseTo(model.probabilityOf(0, s, WEEKS), within(1e-12));
        assertThat(inactive).isGreaterThanOrEqualTo(1 - model.probabilityAlive(s) - 1e-12);
        assertThat(inactive).isLessThanOrEqualTo(model.probabilityInactive(s, WEEKS / 2) + 1e-12);
        assertThat(x == 0 ? model.probabilityAlive(s) : 1).isEqualTo(1);
    }

    /**
     * M = E over p ~ Beta(a, b) of (1 − (1 + p h/α)^−r) / p, by the double exponential rule (Takahasi and Mori 1974), to which the
     * singular ends are nothing.
     */
    @Property(tries = 300, seed = "1")
    void theExpectationOfANewCustomerIsAnIntegral(
            @ForAll @DoubleRange(min = 0.05, max = 10) double r,
            @ForAll @DoubleRange(min = 1, max = 40) double alpha,
            @ForAll @DoubleRange(min = 0.3, max = 8) double a,
            @ForAll @DoubleRange(min = 0.3, max = 80) double b,
            @ForAll @DoubleRange(min = 1, max = 104) double h) {
        double step = 1.0 / 64;
        double integral = 0;
        for (double u = -5; u <= 5; u += step) {
            double p = 1 / (1 + Math.exp(-Math.PI * Math.sinh(u)));
            double rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(u)));
            double density = Math.pow(p, a) * Math.pow(rest, b) * Math.PI * Math.cosh(u);
            integral += step * density * -Math.expm1(-r * Math.log1p(p * h / alpha)) / p;
        }
        double mean = integral / Math.exp(SpecialFunctions.logBeta(a, b));
        assertThat(new BgNbd(r, alpha, a, b).expectedPurchases(h)).isCloseTo(mean, within(1e-8 * mean));
    }

    @Property(tries = 1000, seed = "1")
    void expectationsGrowWithTimeAndScaleWithItsUnit(
            @ForAll @DoubleRange(min = 0.02, max = 10) double r,
            @ForAll @DoubleRange(min = 0.5, max = 100) double alpha,
            @ForAll @DoubleRange(min = 0, max = 100) double a,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double b,
            @ForAll @DoubleRange(min = 1, max = 156) double h,
            @ForAll @DoubleRange(min = 0.01, max = 100) double c) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        double expected = model.expectedPurchases(h);
        assertThat(expected).isPositive();
        assertThat(expected).isGreaterThanOrEqualTo(model.expectedPurchases(h / 2) * (1 - 1e-8));
        assertThat(expected).isLessThanOrEqualTo(r * h / alpha * (1 + 1e-8));
        assertThat(new BgNbd(r, c * alpha, a, b).expectedPurchases(c * h))
                .isCloseTo(expected, Percentage.withPercentage(1e-6));
    }

    @Property(tries = 300, seed = "1")
    void fewTimesDiscountAsWellAsAllWeeks(
            @ForAll @DoubleRange(min = 0.05, max = 5) double r,
            @ForAll @DoubleRange(min = 3, max = 40) double alpha,
            @ForAll @DoubleRange(min = 0, max = 3) double a,
            @ForAll @DoubleRange(min = 0.5, max = 50) double b,
            @ForAll @IntRange(min = 0, max = 30) int x,
            @ForAll @DoubleRange(min = 0, max = 1) double part,
            @ForAll @DoubleRange(min = 1, max = 104) double age) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        PurchaseSummary s = history(x, part, age);
        double exact = DiscountRule.exact(Discounting.DEFAULT).purchases(model, s);
        double fast = DiscountRule.fast(Discounting.DEFAULT).purchases(model, s);
        assertThat(fast).isCloseTo(exact, within(1e-3 * exact));
        double byWeek = 0;
        for (int week = 1; week <= 52; week++) {
            double gained = model.expectedPurchases(s, week) - model.expectedPurchases(s, week - 1);
            byWeek += gained * Math.pow(1.1, -7 * week / 365.25);
        }
        assertThat(exact).isCloseTo(byWeek, within(1e-9 * byWeek));
    }

    @Property(tries = 1000, seed = "1")
    void expectedSpendLiesBetweenTheOwnMeanAndThePopulations(
            @ForAll @DoubleRange(min = 0.1, max = 20) double p,
            @ForAll @DoubleRange(min = 1.1, max = 20) double q,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double v,
            @ForAll @IntRange(min = 1, max = 200) int x,
            @ForAll @DoubleRange(min = 0.01, max = 1e5) double mean) {
        GammaGamma model = new GammaGamma(p, q, v);
        double expected = model.expectedSpend(x, mean);
        double population = model.populationMean();
        assertThat(expected)
                .isBetween(Math.min(mean, population) * (1 - 1e-12), Math.max(mean, population) * (1 + 1e-12));
    }

    private static PurchaseSummary history(int x, double part, double age) {
        return new PurchaseSummary("s", x, x == 0 ? 0 : age * Math.max(part, 0.01), age, x == 0 ? 0 : 1, 1);
    }
}
