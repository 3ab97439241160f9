package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.model.LifetimeValue;

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
 */
public record Outlook(
        double purchases,
        double spend,
        LifetimeValue.Total lifetimeValue,
        int highRiskCustomers,
        double highRiskShare,
        double moneyAtStake,
        double suggestedRetentionBudget,
        int overdueCustomers) {
    public static final double HIGH_RISK = 0.7;
    static final double RETENTION_SHARE = 0.15;
}
