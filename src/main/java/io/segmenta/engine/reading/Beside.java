package io.segmenta.engine.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns that are not the money but that it can be held against, by header.
 *
 * @param orderTotals the same on every row of an order, or on its first row only
 * @param price of one piece, where it is not among the columns that count; null where it is, or there is none
 * @param discounts in money or in percent
 * @param repeated states of rows that say once more what other rows of their order say, and add nothing
 */
public record Beside(
        List<String> orderTotals,
        @Nullable String price,
        List<String> discounts,
        List<String> taxes,
        List<String> shipping,
        List<String> repeated) {
    /** Where the money stands alone. */
    public static final Beside NOTHING = new Beside(List.of(), null, List.of(), List.of(), List.of(), List.of());

    public Beside {
        orderTotals = List.copyOf(orderTotals);
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        shipping = List.copyOf(shipping);
        repeated = List.copyOf(repeated);
    }

    Beside repeating(List<String> states) {
        return new Beside(orderTotals, price, discounts, taxes, shipping, states);
    }
}
