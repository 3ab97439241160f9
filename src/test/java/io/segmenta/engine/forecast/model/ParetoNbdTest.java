package io.segmenta.engine.forecast.model;

import static io.segmenta.engine.forecast.model.SpecialFunctions.hypergeometric;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.testing.Cases;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoNbdTest {
    private static final double WEEKS = 20;

    /** Equation A2 of the note: a difference of two ₂F₁, sharp as long as the silence is not short. */
    @Test
    void theLikelihoodIsThePublishedOne() {
        Cases.check(200, drawn -> {
            double r = drawn.between(0.1, 3.0);
            double alpha = drawn.between(2.0, 30.0);
            double s = drawn.between(0.1, 3.0);
            double beta = drawn.between(2.0, 30.0);
            int x = drawn.between(0, 20);
            double age = drawn.between(10.0, 60.0);
            double last = x == 0 ? 0 : age * drawn.between(0.1, 0.6);
            PurchaseSummary h = Histories.even("a", x, last, age, x == 0 ? 0 : 1, 1);
            double published = published(r, alpha, s, beta, x, last, age);
            assertThat(logLikelihood(new ParetoNbd(r, alpha, s, beta), h)).isCloseTo(published, within(1e-8));
        });
    }

    private static double published(double r, double alpha, double s, double beta, int x, double last, double age) {
        double p = r + x;
        double q = p + s;
        double second = alpha >= beta ? s + 1 : p;
        double larger = Math.max(alpha, beta);
        double apart = Math.abs(alpha - beta);
        double atLast = hypergeometric(q, second, q + 1, apart / (larger + last)) * Math.pow(larger + last, -q);
        double atAge = hypergeometric(q, second, q + 1, apart / (larger + age)) * Math.pow(larger + age, -q);
        double silence = Math.pow(alpha + age, -p) * Math.pow(beta + age, -s) + s / q * (atLast - atAge);
        return SpecialFunctions.logGamma(p)
                - SpecialFunctions.logGamma(r)
                + r * Math.log(alpha)
                + s * Math.log(beta)
                + Math.log(silence);
    }

    private static double logLikelihood(ParetoNbd m, PurchaseSummary h) {
        double[] logs = {Math.log(m.r()), Math.log(m.alpha()), Math.log(m.s()), Math.log(m.beta())};
        return new ParetoNbdLikelihood(List.of(h)).evaluate(logs, new double[4]);
    }

    /** With α = β the integral is elementary. */
    @Test
    void whereBothRatesAreAlikeItIsElementary() {
        for (int x : new int[] {0, 3, 60, 400}) {
            double last = x == 0 ? 0 : 10;
            ParetoSilence silence = new ParetoSilence(0.5 + x, 8, 1.5, 8, last, 50);
            double part = (8 + last) / 58;
            double lived = Math.pow(part, 2 + x);
            double died = 1.5 / (2 + x) * (1 - lived);
            assertThat(silence.log()).isCloseTo(Math.log(lived + died), within(1e-12));
            assertThat(silence.died()).isCloseTo(died / (lived + died), within(1e-12));
            assertThat(silence.alive()).isCloseTo(lived / (lived + died), within(1e-12));
        }
    }

    @Test
    void nothingLeavesTheRangeOfNumbers() {
        Cases.check(300, drawn -> {
            double r = Math.exp(drawn.between(-13.8, 13.8));
            double alpha = Math.exp(drawn.between(-13.8, 13.8));
            double s = Math.exp(drawn.between(-13.8, 13.8));
            double beta = Math.exp(drawn.between(-13.8, 13.8));
            int x = drawn.between(0, 300);
            double age = drawn.between(1.0, 156.0);
            double last = x == 0 ? 0 : age * drawn.between(0.01, 1.0);
            PurchaseSummary h = Histories.even("a", x, last, age, x == 0 ? 0 : 1, 1);
            ParetoNbd model = new ParetoNbd(r, alpha, s, beta);
            assertThat(logLikelihood(model, h)).isFinite();
            assertThat(model.probabilityAlive(h)).isBetween(0.0, 1.0);
            double inactive = model.probabilityInactive(h, WEEKS);
            assertThat(inactive).isBetween(0.0, 1 + 1e-9);
            assertThat(inactive).isGreaterThanOrEqualTo(1 - model.probabilityAlive(h) - 1e-9);
            assertThat(model.expectedPurchases(h, WEEKS)).isNotNegative().isFinite();
        });
    }

    @Test
    void whereHardlyAnybodyDiesItIsTheModelWithoutDropout() {
        PurchaseSummary h = Histories.even("a", 3, 20, 50, 1, 1);
        BgNbd nbd = BgNbd.withoutDropout(0.8, 6);
        ParetoNbd model = new ParetoNbd(0.8, 6, 1e-6, 1e3);
        assertThat(model.probabilityAlive(h)).isCloseTo(1, within(1e-5));
        assertThat(model.probabilityInactive(h, WEEKS)).isCloseTo(nbd.probabilityInactive(h, WEEKS), within(1e-5));
        assertThat(model.expectedPurchases(h, WEEKS)).isCloseTo(nbd.expectedPurchases(h, WEEKS), within(1e-4));
    }

    @Test
    void theExpectationPassesSEqualOne() {
        PurchaseSummary h = Histories.even("a", 3, 20, 50, 1, 1);
        double at = new ParetoNbd(0.8, 6, 1, 15).expectedPurchases(h, WEEKS);
        double beside = new ParetoNbd(0.8, 6, 1 + 1e-9, 15).expectedPurchases(h, WEEKS);
        assertThat(at).isCloseTo(beside, within(1e-7 * at));
    }
}
