package io.segmenta.engine.forecast.model;

import io.segmenta.engine.forecast.history.PurchaseSummary;

/** What a model of repeat purchases says of a customer from their history; for any parameters and any history. */
public interface PurchaseModel {
    /**
     * The chance that the customer has not died, 0 to 1. Not a health score: for the same silence it falls with the number of
     * purchases.
     */
    double probabilityAlive(PurchaseSummary customer);

    /**
     * Expected purchases in the next weeks, at least 0 and no whole number.
     *
     * @param weeks at least 0
     */
    double expectedPurchases(PurchaseSummary customer, double weeks);

    /**
     * The chance of no purchase in the next weeks, 0 to 1: P0.
     *
     * @param weeks at least 0
     */
    double probabilityInactive(PurchaseSummary customer, double weeks);
}
