package io.segmenta.engine.pipeline;

import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customers who are silent for longer than their rhythm explains, and what the shop stands to lose with them.
 *
 * @param customers whose state {@linkplain State#isOverdue is overdue}
 * @param share of all customers, 0–1
 * @param moneyAtStake what they usually spend in one horizon, by the last year, in currency
 * @param interval in which that would lie 9 times in 10, were they to buy as usual
 * @param mostValuable those expected to bring most, the first most
 */
public record OverdueReport(
        int customers,
        double share,
        double moneyAtStake,
        @Nullable Interval interval,
        List<Line> mostValuable) {
    private static final double RETENTION_SHARE = 0.15;

    public OverdueReport {
        mostValuable = List.copyOf(mostValuable);
    }

    /** One customer; the standing says when they come if they do. */
    public record Line(CustomerForecast customer, Standing standing) {}

    /** A usual limit to what is spent on keeping them, in currency. */
    public double retentionBudget() {
        return RETENTION_SHARE * moneyAtStake;
    }
}
