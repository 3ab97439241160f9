package io.segmenta.engine.budget;

import io.segmenta.engine.base.Money;

/**
 * How much to spend: up to where the last unit still earns itself back, wherever it adds most. With b = κ ln(slope · margin) in each segment
 * whose first unit earns more than itself, and nothing in the others, the marginal return is 1 in all that get money.
 */
public final class WorthwhileBudget {
    private WorthwhileBudget() {}

    /** @return in whole units of the currency, rounded down; 0 where no segment's first unit earns itself back */
    public static Money of(Assumptions assumptions) {
        double logLevel = -Math.log(assumptions.margin().value());
        return Money.of(Math.floor(assumptions.responses().stream()
                .mapToDouble(response -> WaterLevel.amount(response, logLevel))
                .sum()));
    }
}
