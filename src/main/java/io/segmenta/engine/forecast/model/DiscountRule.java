package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Discounted expected purchases as a weighted sum of cumulative expectations: Σ (E(k) − E(k−1)) d(k) over weeks k is Σ w(j) E(t(j)).
 *
 * @param times in weeks
 * @param weights one per time
 */
record DiscountRule(double[] times, double[] weights) {
    private static final int NODES = 4;

    /** Every week, by summation by parts. */
    static DiscountRule exact(Discounting discounting) {
        int weeks = discounting.weeks();
        double[] times = new double[weeks];
        double[] weights = new double[weeks];
        for (int k = 1; k <= weeks; k++) {
            times[k - 1] = k;
            weights[k - 1] = discounting.factor(k) - (k < weeks ? discounting.factor(k + 1) : 0);
        }
        return new DiscountRule(times, weights);
    }

    /** A few times instead of every week, by Gauss' rule: expectations bend so little that no one sees the difference. */
    static DiscountRule smooth(Discounting discounting) {
        int weeks = discounting.weeks();
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES, 0.5, weeks - 0.5);
        double[] times = new double[NODES + 1];
        double[] weights = new double[NODES + 1];
        for (int j = 0; j < NODES; j++) {
            times[j] = rule.getPoint(j);
            weights[j] = rule.getWeight(j) * (discounting.factor(times[j]) - discounting.factor(times[j] + 1));
        }
        times[NODES] = weeks;
        weights[NODES] = discounting.factor(weeks);
        return new DiscountRule(times, weights);
    }

    double purchases(PurchaseModel model, PurchaseSummary customer) {
        double sum = 0;
        if (model instanceof BgNbd plain) {
            BgNbd posterior = plain.after(customer);
            for (int j = 0; j < times.length; j++) {
                sum += weights[j] * posterior.expectedPurchases(times[j]);
            }
            return plain.probabilityAlive(customer) * sum;
        }
        for (int j = 0; j < times.length; j++) {
            sum += weights[j] * model.expectedPurchases(customer, times[j]);
        }
        return sum;
    }
}
