package io.segmenta.engine.experiment;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A difference between customers who got a campaign and those who were left alone, by a t test.
 *
 * @param difference treated − control per customer: money, or a share of 0–1 where it is about having bought at all
 * @param error its standard error, 0 where nobody differs; like all that follows not a number where there were too few buyers
 * @param low lower end of the 90 % interval of the difference
 * @param high upper end
 * @param pValue probability of a difference this far from 0 if the campaign did nothing, two-sided
 * @param detectable the smallest true difference that such a test finds in 8 of 10 cases at the 5 % level
 */
public record Estimate(double difference, double error, double low, double high, double pValue, double detectable) {
    /** Below it a difference counts as shown. */
    static final double SIGNIFICANT = 0.05;

    private static final double INTERVAL = 0.90;
    private static final double POWER = 0.80;

    /** How exactly quantiles are searched; with the library's own 1e-9 they would be wrong in the tenth digit. */
    private static final double EXACT = 1e-15;

    static Estimate unmeasurable(double difference) {
        return new Estimate(difference, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * @param error 0 or more, or not a number
     * @param degrees of freedom, above 0; of no account where the error is 0
     */
    static Estimate of(double difference, double error, double degrees) {
        if (!Double.isFinite(error)) {
            return unmeasurable(difference);
        }
        if (error == 0) {
            return new Estimate(difference, 0, difference, difference, difference == 0 ? 1 : 0, 0);
        }
        TDistribution student = new TDistribution(degrees, EXACT);
        double reach = student.inverseCumulativeProbability((1 + INTERVAL) / 2) * error;
        return new Estimate(
                difference,
                error,
                difference - reach,
                difference + reach,
                2 * student.cumulativeProbability(-Math.abs(difference / error)),
                reliably(student) * error);
    }

    /** How many standard errors a true difference must have to be found in 8 of 10 cases. */
    private static double reliably(TDistribution student) {
        return student.inverseCumulativeProbability(1 - SIGNIFICANT / 2) + student.inverseCumulativeProbability(POWER);
    }

    /** Whether there were enough buyers to say anything. */
    public boolean measurable() {
        return Double.isFinite(pValue);
    }

    public boolean significant() {
        return pValue < SIGNIFICANT;
    }
}
