package io.segmenta.engine.forecast.history;

import java.util.Arrays;

/** From the 5 % to the 95 % point of what the uncertainty of the parameters allows. */
public record Interval(double low, double high) {
    public static Interval of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Interval(quantile(sorted, 0.05), quantile(sorted, 0.95));
    }

    /** With linear interpolation. */
    static double quantile(double[] sorted, double part) {
        double position = part * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
