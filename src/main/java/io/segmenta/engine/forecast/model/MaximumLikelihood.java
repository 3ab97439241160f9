package io.segmenta.engine.forecast.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.jspecify.annotations.Nullable;

/**
 * The best of several climbs over the logarithms of the parameters, and how far to believe it.
 *
 * @param parameters in natural units
 * @param converged flat to 1e-6 a customer, and a second start came within 0.01 of the same log-likelihood
 * @param atBound whether any parameter rests at a bound of its range
 * @param covariance of the logarithms of the parameters (inverse observed information); null where a parameter is at a bound or the
 *     likelihood is not curved downwards in every direction
 */
record MaximumLikelihood(
        double[] parameters,
        double logLikelihood,
        boolean converged,
        boolean atBound,
        int startsAgreeing,
        double @Nullable [][] covariance) {
    private static final double FLAT_PER_CUSTOMER = 1e-6;
    private static final double SAME_LOG_LIKELIHOOD = 0.01;

    /**
     * @param starts in natural units
     * @param lower smallest parameters
     * @param upper largest parameters
     */
    static MaximumLikelihood find(
            LogLikelihood objective, int customers, List<double[]> starts, double[] lower, double[] upper) {
        double flat = FLAT_PER_CUSTOMER * customers;
        List<BoundedAscent> climbs = new ArrayList<>();
        for (double[] start : starts) {
            climbs.add(new BoundedAscent(objective, logs(start), logs(lower), logs(upper), flat).climb());
        }
        BoundedAscent best = climbs.stream()
                .filter(c -> Double.isFinite(c.value()))
                .max(Comparator.comparingDouble(BoundedAscent::value))
                .orElse(climbs.getFirst())
                .polish();
        int agreeing = (int) climbs.stream()
                .filter(c -> best.value() - c.value() <= SAME_LOG_LIKELIHOOD)
                .count();
        boolean atBound = false;
        for (int i = 0; i < lower.length; i++) {
            atBound |= best.isAtBound(i);
        }
        return new MaximumLikelihood(
                Arrays.stream(best.at()).map(Math::exp).toArray(),
                best.value(),
                best.slope() < flat && agreeing >= 2,
                atBound,
                agreeing,
                atBound ? null : inverse(best.information()));
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double @Nullable [][] inverse(double[][] information) {
        try {
            return new CholeskyDecomposition(MatrixUtils.createRealMatrix(information), 1e-9, 0)
                    .getSolver()
                    .getInverse()
                    .getData();
        } catch (MathIllegalArgumentException notPositiveDefinite) {
            return null;
        }
    }
}
