package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/**
 * Discounted expected purchases as a weighted sum of cumulative expectations: Σ (E(k) − E(k−1)) d(k) over weeks k is Σ w(j) E(t(j)).
 *
 * @param times in weeks
 * @param weights one per time
 */
record DiscountRule(double[] times, double[] weights) {
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

    double purchases(BgNbd model, PurchaseSummary customer) {
        BgNbd posterior = model.after(customer);
        double sum = 0;
        for (int j = 0; j < times.length; j++) {
            sum += weights[j] * posterior.expectedPurchases(times[j]);
        }
        return model.probabilityAlive(customer) * sum;
    }
}
