package io.segmenta.engine.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MaximumLikelihoodTest {
    private static final double[] LOWER = {1e-3, 1e-3};
    private static final double[] UPPER = {1e3, 1e3};
    private static final List<double[]> STARTS =
            List.of(new double[] {1, 1}, new double[] {50, 0.1}, new double[] {0.01, 300});

    /** −½ (u² + 4 v² + 2 u v) around ln 2 and ln 5, whose curvature is known. */
    private static double hill(double[] logs, double[] gradient) {
        double u = logs[0] - Math.log(2);
        double v = logs[1] - Math.log(5);
        gradient[0] = -(u + v);
        gradient[1] = -(4 * v + u);
        return -0.5 * (u * u + 4 * v * v + 2 * u * v);
    }

    @Test
    void theTopAndItsCurvature() {
        MaximumLikelihood maximum = MaximumLikelihood.find(MaximumLikelihoodTest::hill, 1, STARTS, LOWER, UPPER);
        assertThat(maximum.converged()).isTrue();
        assertThat(maximum.startsAgreeing()).isEqualTo(3);
        assertThat(maximum.parameters()[0]).isCloseTo(2, within(1e-6));
        assertThat(maximum.parameters()[1]).isCloseTo(5, within(1e-6));
        double[][] covariance = Objects.requireNonNull(maximum.covariance());
        assertThat(covariance[0]).containsExactly(new double[] {4.0 / 3, -1.0 / 3}, within(1e-6));
        assertThat(covariance[1]).containsExactly(new double[] {-1.0 / 3, 1.0 / 3}, within(1e-6));
    }

    @Test
    void aParameterThatPushesOutwardsRestsAtItsBound() {
        MaximumLikelihood maximum =
                MaximumLikelihood.find(MaximumLikelihoodTest::hill, 1, STARTS, new double[] {1e-3, 10}, UPPER);
        assertThat(maximum.atBound()).isTrue();
        assertThat(maximum.converged()).isTrue();
        assertThat(maximum.covariance()).isNull();
        assertThat(maximum.parameters()[1]).isCloseTo(10, within(1e-9));
        // u = −v, v = ln 2
        assertThat(maximum.parameters()[0]).isCloseTo(1, within(1e-5));
    }

    @Test
    void aRidgeHasNoCovariance() {
        LogLikelihood ridge = (logs, gradient) -> {
            double u = logs[0] + logs[1];
            gradient[0] = -u;
            gradient[1] = -u;
            return -0.5 * u * u;
        };
        MaximumLikelihood maximum = MaximumLikelihood.find(ridge, 1, STARTS, LOWER, UPPER);
        assertThat(maximum.converged()).isTrue();
        assertThat(maximum.covariance()).isNull();
        assertThat(maximum.parameters()[0] * maximum.parameters()[1]).isCloseTo(1, within(1e-5));
    }

    @Test
    void oneStartAloneIsNoAgreement() {
        MaximumLikelihood maximum =
                MaximumLikelihood.find(MaximumLikelihoodTest::hill, 1, STARTS.subList(0, 1), LOWER, UPPER);
        assertThat(maximum.startsAgreeing()).isEqualTo(1);
        assertThat(maximum.converged()).isFalse();
    }

    @Test
    void nowhereAValueIsNoMaximum() {
        LogLikelihood nothing = (logs, gradient) -> {
            gradient[0] = Double.NaN;
            gradient[1] = Double.NaN;
            return Double.NaN;
        };
        assertThat(MaximumLikelihood.find(nothing, 1, STARTS, LOWER, UPPER).converged())
                .isFalse();
    }
}
