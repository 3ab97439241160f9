package io.segmenta.engine.forecast.model;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.numeric.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    /** In weeks. */
    private static final double MONTH = 4;

    /** One set of parameters the data allow. */
    private record Draw(BgNbd purchases, @Nullable GammaGamma spend) {}

    /** What purchases are forecast from, times in grains of some weeks. */
    private record History(int repeats, double last, double age) {
        static History of(PurchaseSummary s) {
            return new History(s.repeats(), s.lastWeeks(), s.ageWeeks());
        }

        static History of(PurchaseSummary s, double grain) {
            return grain == 0
                    ? of(s)
                    : new History(s.repeats(), Math.floor(s.lastWeeks() / grain), Math.floor(s.ageWeeks() / grain));
        }
    }

    /** Of some customers together. */
    public record Total(double value, @Nullable Interval interval) {}

    private final BgNbd purchases;
    private final GammaGammaFit spend;
    private final Discounting discounting;
    private final DiscountRule exact;
    private final DiscountRule fast;
    private final List<Draw> draws;
    private final double grain;
    private final Map<History, double[]> ratios = new HashMap<>();

    /**
     * @param purchases a fit that can be used
     * @param customers who are to be valued: of many, those whose times differ by less than a month share the relative width of their
     *     intervals
     */
    public LifetimeValue(BgNbdFit purchases, GammaGammaFit spend, Discounting discounting, int customers, Seed seed) {
        BgNbd used = purchases.used();
        if (used == null) {
            throw new IllegalArgumentException("There is no purchase model: " + purchases.explanation());
        }
        this.purchases = used;
        this.spend = spend;
        this.discounting = discounting;
        this.exact = DiscountRule.exact(discounting);
        this.fast = DiscountRule.fast(discounting);
        this.grain = customers > Sampling.MANY_ROWS ? MONTH : 0;
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

    private double value(PurchaseSummary customer, double discounted) {
        return discounting.margin() * discounted * spend.expectedSpend(customer);
    }

    /** The expected value of each customer in currency, in their order; customers of equal history share the work. */
    public double[] values(List<PurchaseSummary> customers, ForecastProgress progress) {
        Map<History, Double> known = new HashMap<>();
        double[] values = new double[customers.size()];
        for (int i = 0; i < values.length; i++) {
            progress.tick(i);
            PurchaseSummary customer = customers.get(i);
            values[i] = value(
                    customer,
                    known.computeIfAbsent(History.of(customer), unknown -> exact.purchases(purchases, customer)));
        }
        return values;
    }

    /**
     * The intervals of these customers, in their order; nulls where the parameters have no covariance.
     *
     * @param values of the same customers
     */
    public @Nullable Interval[] intervals(List<PurchaseSummary> customers, double[] values, ForecastProgress progress) {
        @Nullable Interval[] intervals = new Interval[customers.size()];
        if (!draws.isEmpty()) {
            double[] drawn = new double[draws.size()];
            for (int i = 0; i < intervals.length; i++) {
                progress.tick(i);
                draw(customers.get(i), values[i], drawn);
                intervals[i] = Interval.of(drawn);
            }
        }
        return intervals;
    }

    /**
     * The value of these customers together.
     *
     * @param values of the same customers
     */
    public Total total(List<PurchaseSummary> customers, double[] values) {
        double value = Arrays.stream(values).sum();
        if (draws.isEmpty()) {
            return new Total(value, null);
        }
        double[] sums = new double[draws.size()];
        double[] drawn = new double[draws.size()];
        for (int i = 0; i < values.length; i++) {
            draw(customers.get(i), values[i], drawn);
            for (int d = 0; d < sums.length; d++) {
                sums[d] += drawn[d];
            }
        }
        return new Total(value, Interval.of(sums));
    }

    /** A customer's value under each draw. */
    private void draw(PurchaseSummary customer, double value, double[] drawn) {
        double[] ratios = ratios(customer);
        double perPurchase = value / spend.expectedSpend(customer);
        for (int d = 0; d < drawn.length; d++) {
            drawn[d] = perPurchase
                    * ratios[d]
                    * spend.expectedSpend(customer, draws.get(d).spend());
        }
    }

    /** Expected purchases under each draw, as a share of those under the estimate. */
    private double[] ratios(PurchaseSummary customer) {
        return ratios.computeIfAbsent(History.of(customer, grain), unknown -> {
            double expected = fast.purchases(purchases, customer);
            return draws.stream()
                    .mapToDouble(draw -> expected > 0 ? fast.purchases(draw.purchases(), customer) / expected : 1)
                    .toArray();
        });
    }
}
