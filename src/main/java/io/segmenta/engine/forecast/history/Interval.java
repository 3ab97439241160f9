package io.segmenta.engine.forecast.history;

import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;

/** From the 5 % to the 95 % point of what the uncertainty of the parameters allows. */
public record Interval(double low, double high) {
    public static Interval of(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return new Interval(Quantiles.of(sorted, 0.05), Quantiles.of(sorted, 0.95));
    }
}
