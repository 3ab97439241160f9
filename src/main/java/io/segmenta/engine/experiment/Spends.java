package io.segmenta.engine.experiment;

import java.util.Arrays;

/**
 * What the customers of one group spent.
 *
 * @param since one amount per customer in the days that count, 0 for those who bought nothing
 * @param before what each of them had spent before these days, in the same order; empty where nothing is known of it
 */
public record Spends(double[] since, double[] before) {
    public Spends {
        if (before.length != since.length && before.length != 0) {
            throw new IllegalArgumentException(
                    "Of " + since.length + " customers " + before.length + " earlier spends are known.");
        }
    }

    int customers() {
        return since.length;
    }

    int buyers() {
        return buyers(since);
    }

    double mean() {
        return mean(since);
    }

    /** 1 for each customer who bought, 0 for each who did not. */
    double[] bought() {
        return Arrays.stream(since).map(spend -> spend > 0 ? 1 : 0).toArray();
    }

    static int buyers(double[] spends) {
        return (int) Arrays.stream(spends).filter(spend -> spend > 0).count();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
