package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Histories;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.BgCnbd.Dropout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PurchaseFitTest {
    private static final double WEEKS = 60;
    private static final double AHEAD = 20;

    private static final BgCnbd REGULAR = new BgCnbd(Dropout.FROM_THE_FIRST, 3, 1.5, 2.5, 0.6, 2);
    private static final BgCnbd MBG = new BgCnbd(Dropout.FROM_THE_FIRST, 1, 0.9, 6, 0.7, 1.8);
    private static final BgCnbd BG_OF_TWO = new BgCnbd(Dropout.AFTER_REPEATS, 2, 1.2, 4, 0.7, 2);
    private static final ParetoNbd PARETO = new ParetoNbd(0.9, 6, 0.8, 15);

    static Stream<Arguments> worlds() {
        return Stream.of(
                Arguments.of(
                        PurchaseFit.Family.MBG_CNBD_K,
                        SimulatedCustomers.of(REGULAR, 4000, WEEKS, AHEAD),
                        REGULAR,
                        new double[] {3, 1.5, 2.5, 0.6, 2}),
                Arguments.of(
                        PurchaseFit.Family.BG_CNBD_K,
                        SimulatedCustomers.of(BG_OF_TWO, 4000, WEEKS, AHEAD),
                        BG_OF_TWO,
                        new double[] {2, 1.2, 4, 0.7, 2}),
                Arguments.of(
                        PurchaseFit.Family.MBG_NBD, SimulatedCustomers.of(MBG, 4000, WEEKS, AHEAD), MBG, new double[] {
                            1, 0.9, 6, 0.7, 1.8
                        }),
                Arguments.of(
                        PurchaseFit.Family.PARETO_NBD,
                        SimulatedCustomers.of(PARETO, 4000, WEEKS, AHEAD),
                        PARETO,
                        new double[] {1, 0.9, 6, 0.8, 15}));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void aKnownModelIsRecovered(
            PurchaseFit.Family family, SimulatedCustomers world, PurchaseModel truth, double[] parameters) {
        PurchaseFit fit = PurchaseFit.of(family, world.known(), ForecastProgress.silent());
        assertThat(fit.converged()).isTrue();
        assertThat(fit.k()).isEqualTo((int) parameters[0]);
        assertThat(fit.model()).hasSameClassAs(truth);
        for (int i = 0; i < 4; i++) {
            PurchaseFit.Parameter parameter = fit.parameters().get(i);
            double relative = Objects.requireNonNull(parameter.standardError()) / parameter.value();
            assertThat(Math.abs(Math.log(parameter.value() / parameters[i + 1])))
                    .as(parameter.name())
                    .isLessThan(4 * relative);
        }
    }

    /** What comes is as many as were expected, and as many stay away as were thought, as far as chance allows. */
    @ParameterizedTest
    @MethodSource("worlds")
    void forecastsComeTrueInTheirOwnWorld(
            PurchaseFit.Family family, SimulatedCustomers world, PurchaseModel truth, double[] parameters) {
        double surplus = 0;
        double squares = 0;
        double silent = 0;
        double variance = 0;
        for (int i = 0; i < world.later().length; i++) {
            PurchaseSummary s = world.known().get(i);
            double error = world.later()[i] - truth.expectedPurchases(s, AHEAD);
            surplus += error;
            squares += error * error;
            double inactive = truth.probabilityInactive(s, AHEAD);
            silent += (world.later()[i] == 0 ? 1 : 0) - inactive;
            variance += inactive * (1 - inactive);
            assertThat(truth.probabilityAlive(s)).isBetween(1 - inactive - 1e-12, 1.0);
        }
        assertThat(Math.abs(surplus)).as("%s %s", family, parameters).isLessThan(4 * Math.sqrt(squares));
        assertThat(Math.abs(silent)).isLessThan(4 * Math.sqrt(variance));
    }

    static Stream<Arguments> models() {
        List<Arguments> models = new ArrayList<>();
        for (Dropout dropout : Dropout.values()) {
            for (int k : new int[] {1, 2, 5}) {
                models.add(Arguments.of(dropout, k));
            }
        }
        return models.stream();
    }

    private static final List<PurchaseSummary> SOME = List.of(
            Histories.even("a", 0, 0, 30, 0, 1),
            Histories.even("a", 0, 0, 0, 0, 1),
            Histories.even("b", 1, 3, 40, 1, 1),
            Histories.even("c", 4, 30, 35, 1, 1),
            Histories.even("d", 25, 50, 50, 1, 1),
            Histories.even("e", 9, 20, 52, 1, 1));

    @ParameterizedTest
    @MethodSource("models")
    void theGradientIsTheDerivative(Dropout dropout, int k) {
        derivative(new BgCnbdLikelihood(SOME, dropout, k), 0.8, 6, 0.6, 2.5);
        derivative(new BgCnbdLikelihood(SOME, dropout, k), 3, 0.4, 12, 0.2);
    }

    @Test
    void theGradientOfParetoIsTheDerivative() {
        derivative(new ParetoNbdLikelihood(SOME), 0.8, 6, 0.6, 25);
        derivative(new ParetoNbdLikelihood(SOME), 2, 40, 3, 0.5);
        derivative(new ParetoNbdLikelihood(SOME), 0.5, 10, 0.6, 10);
    }

    private static void derivative(LogLikelihood likelihood, double... parameters) {
        double[] gradient = new double[4];
        double[] logs = Arrays.stream(parameters).map(Math::log).toArray();
        double value = likelihood.evaluate(logs, gradient);
        for (int i = 0; i < 4; i++) {
            double step = 1e-5;
            double[] point = logs.clone();
            point[i] = logs[i] + step;
            double above = likelihood.evaluate(point, new double[4]);
            point[i] = logs[i] - step;
            double below = likelihood.evaluate(point, new double[4]);
            assertThat(gradient[i]).isCloseTo((above - below) / (2 * step), within(1e-6 * Math.abs(value)));
        }
    }

    /** Whoever is silent for longer has the likelihood of the longer silence. */
    @ParameterizedTest
    @MethodSource("models")
    void noPurchaseIsTheLikelihoodOfALongerSilence(Dropout dropout, int k) {
        BgCnbd model = new BgCnbd(dropout, k, 0.8, 6, 0.6, 2.5);
        for (PurchaseSummary s : SOME) {
            double inactive = Math.exp(logLikelihood(model, longer(s, AHEAD)) - logLikelihood(model, s));
            assertThat(model.probabilityInactive(s, AHEAD)).isCloseTo(inactive, within(1e-12));
        }
    }

    private static PurchaseSummary longer(PurchaseSummary s, double weeks) {
        return new PurchaseSummary(
                s.customerId(),
                s.repeats(),
                s.lastWeeks(),
                s.ageWeeks() + weeks,
                s.logGaps(),
                s.repeatSpend(),
                s.meanSpend());
    }

    private static double logLikelihood(BgCnbd m, PurchaseSummary s) {
        double[] logs = {Math.log(m.r()), Math.log(m.alpha()), Math.log(m.a()), Math.log(m.b())};
        return new BgCnbdLikelihood(List.of(s), m.dropout(), m.k()).evaluate(logs, new double[4]);
    }

    @Test
    void withOneStageAPurchaseItIsBgNbd() {
        BgNbd simple = new BgNbd(0.243, 4.414, 0.793, 2.426);
        BgCnbd model = new BgCnbd(Dropout.AFTER_REPEATS, 1, 0.243, 4.414, 0.793, 2.426);
        for (PurchaseSummary s : SOME) {
            assertThat(model.probabilityAlive(s)).isEqualTo(simple.probabilityAlive(s));
            assertThat(model.probabilityInactive(s, AHEAD))
                    .isCloseTo(simple.probabilityInactive(s, AHEAD), within(1e-15));
            assertThat(model.expectedPurchases(s, AHEAD)).isEqualTo(simple.expectedPurchases(s, AHEAD));
        }
    }

    /** The expectation is a sum over stages for k ≥ 2; its growth with time starts at the rate of purchases. */
    @Test
    void theExpectationGrowsFromNothing() {
        BgCnbd model = new BgCnbd(Dropout.AFTER_REPEATS, 2, 1.2, 4, 0.7, 2);
        for (PurchaseSummary s : SOME) {
            assertThat(model.expectedPurchases(s, 0)).isZero();
            assertThat(model.probabilityInactive(s, 0)).isCloseTo(1, within(1e-12));
            double soon = model.expectedPurchases(s, 0.001);
            assertThat(soon).isCloseTo(1 - model.probabilityInactive(s, 0.001), within(1e-3 * soon));
            assertThat(model.expectedPurchases(s, 40)).isGreaterThan(model.expectedPurchases(s, 20));
        }
    }

    @Test
    void whereNobodyDiesARhythmOnlyDelays() {
        BgCnbd model = new BgCnbd(Dropout.FROM_THE_FIRST, 3, 2, 5, 0, 1);
        PurchaseSummary fresh = Histories.even("a", 0, 0, 0, 0, 1);
        assertThat(model.probabilityAlive(fresh)).isEqualTo(1);
        // Renewal theory: rate × time / k, less (k − 1) / 2k in the long run.
        double rate = 2.0 / 5;
        PurchaseSummary sure = Histories.even("a", 3000, 3000 * 3 / rate, 3000 * 3 / rate, 1, 1);
        BgCnbd certain = new BgCnbd(Dropout.FROM_THE_FIRST, 3, 1, 1, 0, 1);
        assertThat(certain.expectedPurchases(sure, 300)).isCloseTo(300 * rate / 3 - 1.0 / 3, within(0.02));
    }

    @Test
    void aOneTimeBuyerMayBeGoneWhereTheFirstPurchaseMayBeTheLast() {
        PurchaseSummary once = Histories.even("a", 0, 0, 40, 0, 1);
        assertThat(new BgCnbd(Dropout.FROM_THE_FIRST, 1, 0.9, 6, 0.7, 1.8).probabilityAlive(once))
                .isBetween(0.01, 0.99);
        assertThat(new BgCnbd(Dropout.AFTER_REPEATS, 1, 0.9, 6, 0.7, 1.8).probabilityAlive(once))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(PurchaseFit.Family.class)
    void nobodyBoughtTwice(PurchaseFit.Family family) {
        List<PurchaseSummary> once = List.of(Histories.even("a", 0, 0, 10, 0, 1), Histories.even("b", 0, 0, 5, 0, 1));
        assertThatThrownBy(() -> PurchaseFit.of(family, once, ForecastProgress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(family.label());
    }
}
