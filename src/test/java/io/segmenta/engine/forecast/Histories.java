package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/** Histories of which only the sums matter: their gaps are equal. */
public final class Histories {
    private Histories() {}

    public static PurchaseSummary even(
            String customer, int repeats, double lastWeeks, double ageWeeks, double repeatSpend, double meanSpend) {
        double logGaps = repeats == 0 ? 0 : repeats * Math.log(lastWeeks / repeats);
        return new PurchaseSummary(customer, repeats, lastWeeks, ageWeeks, logGaps, repeatSpend, meanSpend);
    }
}
