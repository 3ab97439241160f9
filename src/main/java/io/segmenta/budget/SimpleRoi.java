package io.segmenta.budget;

/**
 * What managers expect to see first: added revenue = customers × mean value × increase; ROI = (added revenue − budget) / budget.
 *
 * @param addedRevenue in the dataset's currency
 * @param roi as a ratio: 0.5 is 50 %; infinite where the budget is 0 and revenue is added
 */
public record SimpleRoi(double budget, double addedRevenue, double roi) {
    /**
     * @param customers at least 0
     * @param meanValue mean monetary per customer
     * @param increase expected conversion increase, 0.01–0.50
     */
    public static SimpleRoi of(double budget, long customers, double meanValue, double increase) {
        double added = customers * meanValue * increase;
        double roi = budget == 0 ? (added > 0 ? Double.POSITIVE_INFINITY : 0) : (added - budget) / budget;
        return new SimpleRoi(budget, added, roi);
    }
}
