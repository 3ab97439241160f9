package io.segmenta.value;

import io.segmenta.base.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.jspecify.annotations.Nullable;

/**
 * Discounted expected revenue of customers: margin × E[spend] × Σ (E(k) − E(k−1)) (1 + d)^(−7k/365.25) over the weeks k of the
 * horizon. Where the parameters of the purchase model have a covariance, 200 draws of their logarithms tell how far the value is
 * known; the chance in the customers' own behaviour is not in the interval.
 */
public final class LifetimeValue {
    private static final int DRAWS = 200;

    /** One set of parameters the data allow. */
    private record Draw(BgNbd purchases, @Nullable GammaGamma spend) {}

    /** Of some customers together. */
    public record Total(double value, @Nullable Interval interval) {}

    private final BgNbd purchases;
    private final GammaGammaFit spend;
    private final Discounting discounting;
    private final DiscountRule exact;
    private final DiscountRule fast;
    private final List<Draw> draws;

    /** @param purchases a fit that can be used */
    LifetimeValue(BgNbdFit purchases, GammaGammaFit spend, Discounting discounting, Seed seed) {
        BgNbd used = purchases.used();
        if (used == null) {
            throw new IllegalArgumentException("There is no purchase model: " + purchases.explanation());
        }
        this.purchases = used;
        this.spend = spend;
        this.discounting = discounting;
        this.exact = DiscountRule.exact(discounting);
        this.fast = DiscountRule.fast(discounting);
        this.draws = draws(purchases.uncertainty(), spend, seed.random());
    }

    private static List<Draw> draws(@Nullable Uncertainty ofPurchases, GammaGammaFit spend, Random random) {
        List<Draw> draws = new ArrayList<>();
        if (ofPurchases == null) {
            return draws;
        }
        double[][] rootOfPurchases = root(ofPurchases);
        GammaGamma estimate = spend.estimate();
        Uncertainty ofSpend = spend.uncertainty();
        double[][] rootOfSpend = ofSpend == null ? new double[0][0] : root(ofSpend);
        for (int i = 0; i < DRAWS; i++) {
            double[] p = draw(ofPurchases, rootOfPurchases, random);
            BgNbd model = p.length == 2 ? BgNbd.withoutDropout(p[0], p[1]) : new BgNbd(p[0], p[1], p[2], p[3]);
            GammaGamma money = estimate;
            if (ofSpend != null) {
                double[] s = draw(ofSpend, rootOfSpend, random);
                money = new GammaGamma(s[0], s[1], s[2]);
            }
            draws.add(new Draw(model, money));
        }
        return draws;
    }

    private static double[][] root(Uncertainty uncertainty) {
        return new CholeskyDecomposition(MatrixUtils.createRealMatrix(uncertainty.covarianceOfLogs()), 1e-6, 0)
                .getL()
                .getData();
    }

    /** Parameters in natural units, their logarithms normal. */
    private static double[] draw(Uncertainty uncertainty, double[][] root, Random random) {
        double[] normal = new double[root.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = random.nextGaussian();
        }
        double[] parameters = new double[root.length];
        for (int i = 0; i < parameters.length; i++) {
            double log = Math.log(uncertainty.estimates().get(i).value());
            for (int j = 0; j <= i; j++) {
                log += root[i][j] * normal[j];
            }
            parameters[i] = Math.exp(log);
        }
        return parameters;
    }

    /** The expected value of one customer. */
    public double of(PurchaseSummary customer) {
        return discounting.margin() * exact.purchases(purchases, customer) * spend.expectedSpend(customer);
    }

    /** The intervals of these customers, in their order; nulls where the parameters have no covariance. */
    @Nullable Interval[] intervals(List<PurchaseSummary> customers) {
        @Nullable Interval[] intervals = new Interval[customers.size()];
        forEachDrawn(customers, (i, values) -> intervals[i] = Interval.of(values));
        return intervals;
    }

    /** The value of these customers together. */
    public Total total(List<PurchaseSummary> customers) {
        double value = customers.stream().mapToDouble(this::of).sum();
        double[] sums = new double[draws.size()];
        forEachDrawn(customers, (i, values) -> Arrays.setAll(sums, d -> sums[d] + values[d]));
        return new Total(value, draws.isEmpty() ? null : Interval.of(sums));
    }

    /** Calls back with the index of each customer and the customer's value under each draw; customers of equal history share the work. */
    private void forEachDrawn(List<PurchaseSummary> customers, BiConsumer<Integer, double[]> consumer) {
        if (draws.isEmpty()) {
            return;
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(
                customers::get,
                Comparator.comparingInt(PurchaseSummary::repeats)
                        .thenComparingDouble(PurchaseSummary::lastWeeks)
                        .thenComparingDouble(PurchaseSummary::ageWeeks)));
        @Nullable PurchaseSummary previous = null;
        double[] discounted = new double[draws.size()];
        for (int i : order) {
            PurchaseSummary customer = customers.get(i);
            if (previous == null || !customer.hasHistoryOf(previous)) {
                Arrays.setAll(discounted, d -> fast.purchases(draws.get(d).purchases(), customer));
            }
            previous = customer;
            double[] values = new double[draws.size()];
            Arrays.setAll(
                    values,
                    d -> discounting.margin()
                            * discounted[d]
                            * spend.expectedSpend(customer, draws.get(d).spend()));
            consumer.accept(i, values);
        }
    }
}
