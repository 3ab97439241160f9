package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.origin.ForecastSum;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * How far a forecast sum of revenue may be off, from how far the same forecasts were at earlier origins: a predictive interval of Student's t
 * for ln(actual / forecast), around 0, so that a forecast that was too low every time widens it. Its variance is that of the shop as a whole
 * (season, trend, one large order) and, for a part of the customers, that of the part beside it. Either begins with what five public shops
 * showed and weighs as a few origins; with those of the shop it becomes its own. One origin widens the interval to at least that miss.
 *
 * @see <a href="https://doi.org/10.1201/b16018">Gelman, Carlin, Stern, Dunson, Vehtari and Rubin (2013), Bayesian Data Analysis, section 2.6</a>
 */
public final class SumSpread {
    /** The share of sums that are to lie inside. */
    static final double NOMINAL = 0.9;

    /** Variances of the logarithm, measured: src/docs/decisions/intervals-of-sums.md. */
    private static final double OF_THE_SHOP = 0.03;

    private static final double OF_A_PART = 0.04;
    private static final double OF_A_PURCHASE = 2;
    /** How many origins, and how many parts, the public shops weigh. */
    private static final double SHOPS = 3;

    private static final double PARTS = 5;
    /** A sum that may be this much less is as good as nothing. */
    private static final double NOTHING = 3;

    private final double shop;
    private final double part;
    private final double quantile;

    private SumSpread(double shop, double part, double degrees) {
        this.shop = shop;
        this.part = part;
        this.quantile = new TDistribution(degrees).inverseCumulativeProbability((1 + NOMINAL) / 2);
    }

    /**
     * @param tests of origins that were known, in any order; may be none
     * @param days that are to be forecast: tests whose days overlap weigh together as often as these fit into them
     */
    static SumSpread learned(List<OriginRevenue> tests, int days) {
        double whole = 0;
        double parts = 0;
        int counted = 0;
        for (OriginRevenue test : tests) {
            double error = test.all().error();
            whole += error * error / variance(OF_THE_SHOP, test.all().forecast());
            for (OriginRevenue.Part fifth : test.fifths()) {
                if (fifth.forecast().value() > 0) {
                    double beside = fifth.error() - error;
                    parts += beside * beside / variance(OF_A_PART, fifth.forecast());
                    counted++;
                }
            }
        }
        double weight = tests.isEmpty() ? 0 : independent(tests, days) / tests.size();
        double origins = weight * tests.size();
        return new SumSpread(
                (SHOPS + weight * whole) / (SHOPS + origins),
                (PARTS + weight * parts) / (PARTS + weight * counted),
                SHOPS + origins);
    }

    private static double independent(List<OriginRevenue> tests, int days) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (OriginRevenue test : tests) {
            first = Math.min(first, test.origin().toEpochDay());
            last = Math.max(
                    last, test.origin().plus(test.days(), ChronoUnit.DAYS).toEpochDay());
        }
        return Math.clamp((double) (last - first) / days, 1, tests.size());
    }

    private static double variance(double common, ForecastSum sum) {
        return common + OF_A_PURCHASE / sum.breadth();
    }

    /** @param all what all customers are forecast to bring */
    public Interval ofAll(ForecastSum all) {
        return all.value() > 0 ? interval(all, shop * variance(OF_THE_SHOP, all)) : new Interval(0, 0);
    }

    /**
     * @param some what a part of the customers is forecast to bring
     * @param all what all are
     */
    public Interval ofPart(ForecastSum some, ForecastSum all) {
        return some.value() > 0
                ? interval(some, shop * variance(OF_THE_SHOP, all) + part * variance(OF_A_PART, some))
                : new Interval(0, 0);
    }

    private Interval interval(ForecastSum sum, double variance) {
        double reach = quantile * Math.sqrt(variance);
        return new Interval(reach > NOTHING ? 0 : sum.value() * Math.exp(-reach), sum.value() * Math.exp(reach));
    }
}
