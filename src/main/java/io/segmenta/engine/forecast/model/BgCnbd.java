package io.segmenta.engine.forecast.model;

import static io.segmenta.engine.forecast.model.SpecialFunctions.logAddExp;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/**
 * The models (M)BG/CNBD-k of repeat purchases with a rhythm: a customer reaches one stage after another at rate λ ~ Gamma(r, rate alpha)
 * a week and buys at each k-th, so that the gaps between purchases are Erlang-k: the larger k, the more regular. After a purchase a
 * customer dies with probability p ~ Beta(a, b). Times are in weeks. With {@code k = 1} they are BG/NBD and MBG/NBD.
 *
 * <p>P0 and the expectation are exact: of a living customer it is only unknown how many stages they have reached since the last purchase,
 * and given these, the number of stages to come is negative binomial.
 *
 * @param dropout when a customer may die for the first time
 * @param k stages a purchase, at least 1
 * @param r more than 0
 * @param alpha more than 0, in weeks
 * @param a at least 0; at 0 nobody dies
 * @param b more than 0
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2020.09.002">Reutterer, Platzer and Schröder (2021), Leveraging purchase regularity for predicting customer behavior the easy way</a>
 * @see <a href="https://doi.org/10.1287/mksc.2015.0963">Platzer and Reutterer (2016), Ticking Away the Moments: Timing Regularity Helps to Better Predict Customer Activity</a>
 * @see <a href="https://doi.org/10.1016/j.ijresmar.2006.12.005">Batislam, Denizel and Filiztekin (2007), Empirical validation and comparison of models for customer base analysis</a>
 */
public record BgCnbd(Dropout dropout, int k, double r, double alpha, double a, double b) implements PurchaseModel {
    /** When a customer may die for the first time. */
    public enum Dropout {
        /** BG: nobody before the first repeat purchase */
        AFTER_REPEATS,
        /** MBG: at the first purchase already */
        FROM_THE_FIRST;

        /** How often somebody with so many repeat purchases might have died until the last of them. */
        int chances(int repeats) {
            return this == FROM_THE_FIRST ? repeats + 1 : repeats;
        }
    }

    private static final double NEGLIGIBLE = 1e-17;

    public BgCnbd {
        if (k < 1 || !(r > 0 && alpha > 0 && a >= 0 && b > 0) || !Double.isFinite(r + alpha + a + b)) {
            throw new IllegalArgumentException("The purchase model needs k ≥ 1, r, alpha, b > 0 and a ≥ 0, not k = " + k
                    + ", r = " + r + ", alpha = " + alpha + ", a = " + a + ", b = " + b + ".");
        }
    }

    private double shape(PurchaseSummary s) {
        return r + (double) k * s.repeats();
    }

    /**
     * How likely each number of stages since the last purchase is for the living, none first.
     *
     * @return k shares, up to a factor: the first is 1
     */
    private double[] stages(PurchaseSummary s) {
        double[] stages = new double[k];
        double part = (s.ageWeeks() - s.lastWeeks()) / (alpha + s.ageWeeks());
        stages[0] = 1;
        for (int j = 1; j < k; j++) {
            stages[j] = stages[j - 1] * (shape(s) + j - 1) / j * part;
        }
        return stages;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private double logAlive(PurchaseSummary s, double stages) {
        return -shape(s) * Math.log(alpha + s.ageWeeks()) + Math.log(stages);
    }

    private double logDead(PurchaseSummary s) {
        int chances = dropout.chances(s.repeats());
        return chances == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a) - Math.log(b + chances - 1) - shape(s) * Math.log(alpha + s.lastWeeks());
    }

    @Override
    public double probabilityAlive(PurchaseSummary s) {
        double alive = logAlive(s, sum(stages(s)));
        return Math.exp(alive - logAddExp(alive, logDead(s)));
    }

    @Override
    public double probabilityInactive(PurchaseSummary s, double weeks) {
        double[] stages = stages(s);
        double all = sum(stages);
        double alive = logAlive(s, all);
        double dead = logDead(s);
        double total = logAddExp(alive, dead);
        double silent = 0;
        for (int j = 0; j < k; j++) {
            Stages ahead = new Stages(shape(s) + j, alpha + s.ageWeeks(), weeks);
            for (int missing = k - j; missing > 0; missing--) {
                silent += stages[j] / all * ahead.chance();
                ahead.next();
            }
        }
        return Math.exp(dead - total) + Math.exp(alive - total) * silent;
    }

    @Override
    public double expectedPurchases(PurchaseSummary s, double weeks) {
        int chances = dropout.chances(s.repeats());
        if (k == 1) {
            return probabilityAlive(s)
                    * new BgNbd(shape(s), alpha + s.ageWeeks(), a, b + chances).expectedPurchases(weeks);
        }
        double[] stages = stages(s);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += stages[j] * expectedPurchases(new Stages(shape(s) + j, alpha + s.ageWeeks(), weeks), j, chances);
        }
        return probabilityAlive(s) * sum / sum(stages);
    }

    /** Of somebody alive who has reached {@code reached} stages since the last purchase. */
    private double expectedPurchases(Stages ahead, int reached, int chances) {
        double sum = 0;
        double survived = 1;
        double purchases = 0;
        int bought = 0;
        while (true) {
            int stage = reached + ahead.count;
            if (stage > 0 && stage % k == 0) {
                purchases += survived;
                survived *= (b + chances + bought) / (a + b + chances + bought);
                bought++;
            }
            double term = ahead.chance() * purchases;
            sum += term;
            if (stage >= k && ahead.count > ahead.mean && term <= NEGLIGIBLE * sum) {
                return sum;
            }
            ahead.next();
        }
    }

    /** The chances of 0, 1, 2, … stages in the next weeks, of somebody whose rate is gamma distributed. */
    private static final class Stages {
        private final double shape;
        private final double logGo;
        private final double mean;
        private int count;
        private double logChance;

        Stages(double shape, double rate, double weeks) {
            this.shape = shape;
            this.logGo = Math.log(weeks / (rate + weeks));
            this.mean = shape * weeks / rate;
            this.logChance = -shape * Math.log1p(weeks / rate);
        }

        double chance() {
            return Math.exp(logChance);
        }

        void next() {
            logChance += Math.log((shape + count) / (count + 1)) + logGo;
            count++;
        }
    }
}
