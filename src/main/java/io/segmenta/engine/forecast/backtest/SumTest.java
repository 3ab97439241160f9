package io.segmenta.engine.forecast.backtest;

import java.time.LocalDate;

/**
 * A sum of revenue that was forecast at an origin with an interval, both from what was known then, and what came.
 *
 * @param group 0 are all customers, 1 to 5 the fifths by what they had spent until then, the lowest first
 * @param actual in currency, like the forecast
 */
public record SumTest(
        LocalDate origin,
        int days,
        int group,
        int customers,
        double predicted,
        double actual,
        double low,
        double high) {
    /** Whether the truth lay in the interval. */
    boolean inside() {
        return low <= actual && actual <= high;
    }
}
