package io.segmenta.engine.forecast.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Money given back to a customer.
 *
 * @param amount more than 0
 * @param bought day of the purchase that was given back; null where it is not known
 */
public record Refund(
        String customerId,
        LocalDate day,
        double amount,
        @Nullable LocalDate bought) {
    /** Less money than this is none: sums of cents are not exact. */
    private static final double HALF_A_CENT = 0.005;

    public Refund {
        if (!(amount > 0) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException(
                    "The refund of customer " + customerId + " on " + day + " (" + amount + ") must be more than 0.");
        }
    }

    /**
     * Takes refunds off their purchase, and off the latest on or before their day where it is not known; a purchase that is given back entirely is none. Money beyond all
     * purchases is ignored: they lie before the data.
     *
     * @param purchases of one customer, by day
     * @param refunds of the same customer, by day
     */
    static List<PurchaseDay> net(List<PurchaseDay> purchases, List<Refund> refunds) {
        if (refunds.isEmpty()) {
            return purchases;
        }
        List<PurchaseDay> left = new ArrayList<>(purchases);
        for (Refund refund : refunds) {
            double open = refund.amount();
            if (refund.bought() != null) {
                open = take(left, purchase -> purchase.day().equals(refund.bought()), open);
            }
            take(left, purchase -> !purchase.day().isAfter(refund.day()), open);
        }
        return left;
    }

    /** From the latest of these purchases on. @return what they did not cover */
    private static double take(List<PurchaseDay> left, Predicate<PurchaseDay> of, double amount) {
        double open = amount;
        for (int i = left.size() - 1; i >= 0 && open >= HALF_A_CENT; i--) {
            PurchaseDay purchase = left.get(i);
            if (of.test(purchase)) {
                double rest = purchase.spend() - Math.min(open, purchase.spend());
                open -= purchase.spend() - rest;
                if (rest < HALF_A_CENT) {
                    left.remove(i);
                } else {
                    left.set(i, purchase.withSpend(rest));
                }
            }
        }
        return open;
    }
}
