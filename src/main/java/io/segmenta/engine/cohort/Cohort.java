package io.segmenta.engine.cohort;

import java.time.LocalDate;
import java.util.List;

/**
 * The customers who bought first in one calendar month, and what they did in it and in each month after it until the end of the data. Months
 * that have not begun are not there.
 *
 * @param month its first day
 * @param customers at least 1
 * @param buyers per month, from the first, how many of them bought; in the first all
 * @param revenue per month what they spent, less what went back then, in currency; what went back later than it was bought may outweigh
 */
public record Cohort(LocalDate month, int customers, List<Integer> buyers, List<Double> revenue) {
    public Cohort {
        buyers = List.copyOf(buyers);
        revenue = List.copyOf(revenue);
        if (customers < 1 || buyers.isEmpty() || buyers.size() != revenue.size()) {
            throw new IllegalArgumentException("A cohort has customers, and buyers and revenue of the same months: "
                    + customers + ", " + buyers.size() + ", " + revenue.size());
        }
    }

    /** Months from the first to the last that is known of. */
    public int months() {
        return buyers.size();
    }

    /** @param since months since the first, below {@link #months} */
    public double repurchaseShare(int since) {
        return (double) buyers.get(since) / customers;
    }

    /**
     * What each of them brought until the end of a month, on average.
     *
     * @param since as there
     */
    public double cumulativeRevenuePerHead(int since) {
        return revenue.stream()
                        .limit(since + 1L)
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / customers;
    }
}
