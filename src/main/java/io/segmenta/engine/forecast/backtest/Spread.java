package io.segmenta.engine.forecast.backtest;

import java.util.Arrays;
import java.util.List;

/**
 * A figure at several origins.
 *
 * @param low the least
 * @param high the greatest
 */
public record Spread(double mean, double low, double high) {
    /** @param values at least one */
    static Spread of(double... values) {
        return new Spread(
                Arrays.stream(values).average().orElseThrow(),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    static Spread of(List<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
