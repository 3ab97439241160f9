package io.segmenta.engine.budget;

import io.segmenta.engine.base.UserFacingException;
import java.util.Locale;

/**
 * What managers expect to see first: added revenue = customers × mean value × increase; ROI = (added revenue − budget) / budget.
 *
 * @param addedRevenue in the dataset's currency
 * @param roi as a ratio: 0.5 is 50 %; infinite where the budget is 0 and revenue is added
 */
public record SimpleRoi(double budget, double addedRevenue, double roi) {
    /**
     * @param budget at least 0
     * @param customers at least 0
     * @param meanValue mean monetary per customer
     * @param increase expected conversion increase, 0.01–0.50
     * @throws UserFacingException when the budget is negative or infinite, or the increase out of range
     */
    public static SimpleRoi of(double budget, long customers, double meanValue, double increase) {
        if (!(budget >= 0) || Double.isInfinite(budget)) {
            throw new UserFacingException(
                    "The budget (" + budget + ") must be 0 or more. Enter what you plan to spend.");
        }
        if (customers < 0 || !(meanValue >= 0) || Double.isInfinite(meanValue)) {
            throw new IllegalArgumentException(customers + " customers of mean value " + meanValue + " cannot be.");
        }
        if (!(increase >= 0.01 && increase <= 0.5)) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "The expected increase (%s %%) must be between 1 and 50 %%. Try 5 %% when you have no experience yet.",
                    String.format(Locale.ROOT, "%.1f", 100 * increase)));
        }
        double added = customers * meanValue * increase;
        double roi = budget == 0 ? (added > 0 ? Double.POSITIVE_INFINITY : 0) : (added - budget) / budget;
        return new SimpleRoi(budget, added, roi);
    }
}
