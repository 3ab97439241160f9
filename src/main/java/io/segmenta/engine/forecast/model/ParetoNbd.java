package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/**
 * The Pareto/NBD model of repeat purchases: while alive a customer buys at rate λ ~ Gamma(r, rate alpha) a week, and dies at rate
 * μ ~ Gamma(s, rate beta) a week, at any time. Times are in weeks.
 *
 * @param r more than 0
 * @param alpha more than 0, in weeks
 * @param s more than 0
 * @param beta more than 0, in weeks
 * @see <a href="https://doi.org/10.1287/mnsc.33.1.1">Schmittlein, Morrison and Colombo (1987), Counting Your Customers: Who Are They and What Will They Do Next?</a>
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {
    /** Nearer to s = 1 than this the expectation is its limit there. */
    private static final double SINGULAR = 1e-12;

    public ParetoNbd {
        if (!(r > 0 && alpha > 0 && s > 0 && beta > 0) || !Double.isFinite(r + alpha + s + beta)) {
            throw new IllegalArgumentException("The purchase model needs r, alpha, s, beta > 0, not r = " + r
                    + ", alpha = " + alpha + ", s = " + s + ", beta = " + beta + ".");
        }
    }

    /** @return from the last purchase to so many weeks after the first */
    private ParetoSilence silence(PurchaseSummary customer, double until) {
        return new ParetoSilence(r + customer.repeats(), alpha, s, beta, customer.lastWeeks(), until);
    }

    @Override
    public double probabilityAlive(PurchaseSummary customer) {
        return silence(customer, customer.ageWeeks()).alive();
    }

    @Override
    public double expectedPurchases(PurchaseSummary customer, double weeks) {
        double age = customer.ageWeeks();
        double log = Math.log1p(weeks / (beta + age));
        double lifetime = Math.abs(s - 1) < SINGULAR ? log : -Math.expm1(-(s - 1) * log) / (s - 1);
        return probabilityAlive(customer) * (r + customer.repeats()) / (alpha + age) * (beta + age) * lifetime;
    }

    /** A silence that lasts so much longer, given the one until now. */
    @Override
    public double probabilityInactive(PurchaseSummary customer, double weeks) {
        double age = customer.ageWeeks();
        return Math.exp(
                silence(customer, age + weeks).log() - silence(customer, age).log());
    }
}
