package io.segmenta.engine.heldout;

import java.util.Arrays;

/**
 * How much more of what the same customers did one segmentation explains than another.
 *
 * @param difference of {@link Explained#mean()}, −1 to 1
 * @param error its standard error over customers, by the infinitesimal jackknife: what each customer's own share in both adds, in pairs; at
 *     least 0
 * @see <a href="https://doi.org/10.1137/1.9781611970319">Efron (1982), The Jackknife, the Bootstrap and Other Resampling Plans, 6.1 on the
 *     infinitesimal jackknife of Jaeckel</a>
 */
record Gain(double difference, double error) {
    /** Two sets ask to replace the original, so each at half of 5 %. */
    private static final double BEYOND_CHANCE = 1.96;

    boolean isBeyondChance() {
        return difference > BEYOND_CHANCE * error;
    }

    /**
     * @param spend per customer, in currency, at least 0
     * @param labels of these customers, from 0
     * @param than of the same
     */
    static Gain of(double[] spend, int[] labels, int[] than) {
        double[] logarithms = Explained.logarithms(spend);
        double[] purchases = Explained.purchases(spend);
        double[] more = influence(logarithms, labels);
        double[] alsoMore = influence(purchases, labels);
        double[] less = influence(logarithms, than);
        double[] alsoLess = influence(purchases, than);
        double squares = 0;
        for (int i = 0; i < more.length; i++) {
            double pair = (more[i] - less[i] + (alsoMore[i] - alsoLess[i])) / 2;
            squares += pair * pair;
        }
        int[] all = new int[spend.length];
        Arrays.setAll(all, i -> i);
        return new Gain(
                Explained.of(spend, all, labels).mean()
                        - Explained.of(spend, all, than).mean(),
                spend.length == 0 ? 0 : Math.sqrt(squares) / spend.length);
    }

    /** How far each customer moves the share between the groups, times their number: means move nothing to first order, they are least squares. */
    private static double[] influence(double[] values, int[] labels) {
        int groups = Arrays.stream(labels).max().orElse(0) + 1;
        double[] sums = new double[groups];
        int[] sizes = new int[groups];
        for (int i = 0; i < values.length; i++) {
            sums[labels[i]] += values[i];
            sizes[labels[i]]++;
        }
        double mean = Arrays.stream(values).average().orElse(0);
        double within = 0;
        double total = 0;
        double[] influence = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double fromGroup = values[i] - sums[labels[i]] / sizes[labels[i]];
            within += fromGroup * fromGroup;
            total += (values[i] - mean) * (values[i] - mean);
        }
        if (!(total > 0)) {
            return influence;
        }
        for (int i = 0; i < values.length; i++) {
            double fromGroup = values[i] - sums[labels[i]] / sizes[labels[i]];
            double fromMean = values[i] - mean;
            influence[i] = -(fromGroup * fromGroup - within / total * fromMean * fromMean) / (total / values.length);
        }
        return influence;
    }
}
