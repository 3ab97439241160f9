package io.segmenta.engine.heldout;

import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;

/**
 * How much of what customers did the segments explain: the part of the variance that lies between them (η², the correlation ratio of Pearson
 * and Fisher), 0 where segments tell nothing and 1 where all of a segment did the same.
 *
 * @param spend of log(1 + spend), spend capped at its 99 % quantile so that one order does not decide; 0–1
 * @param bought of whether they bought at all; 0–1
 * @see <a href="https://doi.org/10.1007/978-1-4612-4380-9_6">Fisher (1925), Statistical Methods for Research Workers, on the correlation
 *     ratio</a>
 */
public record Explained(double spend, double bought) {
    private static final double CAP = 0.99;

    public Explained {
        if (!(spend >= 0 && spend <= 1 && bought >= 0 && bought <= 1)) {
            throw new IllegalArgumentException("Shares of a variance lie between 0 and 1: " + spend + ", " + bought);
        }
    }

    /** The mean of both. */
    public double mean() {
        return (spend + bought) / 2;
    }

    /**
     * @param spend per customer, in currency, at least 0
     * @param rows per label the index of its customer
     * @param labels from 0
     */
    static Explained of(double[] spend, int[] rows, int[] labels) {
        double[] picked = Arrays.stream(rows).mapToDouble(row -> spend[row]).toArray();
        return new Explained(between(logarithms(picked), labels), between(purchases(picked), labels));
    }

    /** Of 1 + spend, capped. */
    static double[] logarithms(double[] spend) {
        double[] sorted = spend.clone();
        Arrays.sort(sorted);
        double cap = Quantiles.of(sorted, CAP);
        return Arrays.stream(spend)
                .map(money -> Math.log1p(Math.min(money, cap)))
                .toArray();
    }

    /** 1 for who bought, 0 for who did not. */
    static double[] purchases(double[] spend) {
        return Arrays.stream(spend).map(money -> money > 0 ? 1 : 0).toArray();
    }

    private static double between(double[] values, int[] labels) {
        int groups = Arrays.stream(labels).max().orElse(0) + 1;
        double[] sums = new double[groups];
        int[] sizes = new int[groups];
        double mean = Arrays.stream(values).average().orElse(0);
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            sums[labels[i]] += off;
            sizes[labels[i]]++;
            total += off * off;
        }
        double between = 0;
        for (int group = 0; group < groups; group++) {
            between += sizes[group] == 0 ? 0 : sums[group] * sums[group] / sizes[group];
        }
        return total > 0 ? Math.min(1, between / total) : 0;
    }
}
