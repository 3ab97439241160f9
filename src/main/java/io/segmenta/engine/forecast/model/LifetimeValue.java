package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Discounted expected revenue of customers: margin × E[spend] × Σ (E(k) − E(k−1)) (1 + d)^(−7k/365.25) over the weeks k of the
 * horizon.
 */
public final class LifetimeValue {
    /** What purchases are forecast from. */
    private record History(int repeats, double last, double age) {
        static History of(PurchaseSummary s) {
            return new History(s.repeats(), s.lastWeeks(), s.ageWeeks());
        }
    }

    /**
     * Of some customers together.
     *
     * @param interval in which it will lie 9 times in 10, by how far such sums were off before; in documents of versions that did not test
     *     that, what the parameters alone leave open
     */
    public record Total(double value, @Nullable Interval interval) {}

    private final PurchaseModel purchases;
    private final Discounting discounting;
    private final DiscountRule rule;

    public LifetimeValue(PurchaseModel purchases, Discounting discounting) {
        this.purchases = purchases;
        this.discounting = discounting;
        // a sum over every stage that may come, for every week, would take minutes for many customers
        boolean slow = purchases instanceof BgCnbd staged && staged.k() > 1;
        this.rule = slow ? DiscountRule.smooth(discounting) : DiscountRule.exact(discounting);
    }

    /** The expected purchases of each customer, discounted, in their order; customers of equal history share the work. */
    public double[] purchases(List<PurchaseSummary> customers, ForecastProgress progress) {
        Map<History, Double> known = new HashMap<>();
        double[] values = new double[customers.size()];
        for (int i = 0; i < values.length; i++) {
            progress.tick(i);
            PurchaseSummary customer = customers.get(i);
            values[i] = discounting.margin()
                    * known.computeIfAbsent(History.of(customer), unknown -> rule.purchases(purchases, customer));
        }
        return values;
    }
}
