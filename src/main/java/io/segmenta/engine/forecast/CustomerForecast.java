package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.history.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one customer.
 *
 * @param riskScore the simple score, 0 to 100; not a probability
 * @param singlePurchase a one-time buyer: there is no evidence of repeating, and none of having left
 * @param forecast absent where the history is too short to test one
 */
public record CustomerForecast(
        String customerId,
        double riskScore,
        boolean singlePurchase,
        @Nullable Forecast forecast) {
    /**
     * The next horizon of the report, except for the lifetime value.
     *
     * @param inactive probability of no purchase, 0 to 1
     * @param purchases expected, adjusted for season where the report is
     * @param spend expected, in currency, adjusted alike
     * @param lifetimeValue expected revenue of the next 52 weeks in currency, discounted, not adjusted for season
     * @param interval in which what this one person brings in 52 weeks lies 9 times in 10, by what others of a forecast like theirs brought; often
     *     from 0. Of versions that did not test that, what the parameters leave open of the mean, or null
     */
    public record Forecast(
            double inactive,
            double purchases,
            double spend,
            double lifetimeValue,
            @Nullable Interval interval) {}

    CustomerForecast with(Forecast made) {
        return new CustomerForecast(customerId, riskScore, singlePurchase, made);
    }
}
