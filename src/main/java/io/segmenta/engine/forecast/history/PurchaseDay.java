package io.segmenta.engine.forecast.history;

import java.time.LocalDate;

/**
 * One purchase: everything one customer bought on one calendar day, also where that were several invoices.
 *
 * @param spend money of the day, finite and at least 0
 * @param orders distinct invoices, at least 1
 * @param lines lines of these invoices, at least 1
 * @param items pieces, more than 0
 */
public record PurchaseDay(String customerId, LocalDate day, double spend, int orders, int lines, double items) {
    public PurchaseDay {
        if (!(spend >= 0) || Double.isInfinite(spend)) {
            throw new IllegalArgumentException("The spend of customer " + customerId + " on " + day + " (" + spend
                    + ") must be a number that is not negative.");
        }
        if (orders < 1 || lines < 1 || !(items > 0) || Double.isInfinite(items)) {
            throw new IllegalArgumentException("The purchase of customer " + customerId + " on " + day + " with "
                    + orders + " orders, " + lines + " lines and " + items + " items holds nothing.");
        }
    }

    /** A purchase of which only the money is known. */
    public static PurchaseDay of(String customerId, LocalDate day, double spend) {
        return new PurchaseDay(customerId, day, spend, 1, 1, 1);
    }

    PurchaseDay withSpend(double rest) {
        return new PurchaseDay(customerId, day, rest, orders, lines, items);
    }

    boolean isSamePurchase(PurchaseDay other) {
        return customerId.equals(other.customerId) && day.equals(other.day);
    }

    PurchaseDay plus(PurchaseDay other) {
        return new PurchaseDay(
                customerId, day, spend + other.spend, orders + other.orders, lines + other.lines, items + other.items);
    }
}
