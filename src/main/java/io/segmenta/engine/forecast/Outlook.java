package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.model.LifetimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all customers together.
 *
 * @param purchases expected in the next horizon
 * @param spend expected in the next horizon
 * @param lifetimeValue of the next 52 weeks, discounted
 * @param highRiskCustomers whose probability to be inactive is {@link #HIGH_RISK} or more
 * @param moneyAtStake what these usually spend in one horizon, by the last year
 * @param suggestedRetentionBudget 15 % of it
 * @param overdueCustomers silent for longer than their own rhythm explains
 * @param spendInterval in which the spend will lie 9 times in 10; null in documents of versions that did not test that
 * @param stakeInterval the same for the money at stake, were these to buy as usual
 */
public record Outlook(
        double purchases,
        double spend,
        LifetimeValue.Total lifetimeValue,
        int highRiskCustomers,
        double highRiskShare,
        double moneyAtStake,
        double suggestedRetentionBudget,
        int overdueCustomers,
        @Nullable Interval spendInterval,
        @Nullable Interval stakeInterval) {
    public static final double HIGH_RISK = 0.7;
    static final double RETENTION_SHARE = 0.15;
}
