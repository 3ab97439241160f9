package io.segmenta.engine.forecast.history;

import java.time.LocalDate;
import java.util.List;

/**
 * One customer's purchases and refunds, each by day.
 *
 * @param purchases at least one, no two of the same day
 */
public record CustomerHistory(List<PurchaseDay> purchases, List<Refund> refunds) {
    /** What was bought after one day and until another, less what was given back between them. */
    List<PurchaseDay> between(LocalDate after, LocalDate until) {
        return Refund.net(
                purchases.stream()
                        .filter(p -> p.day().isAfter(after) && !p.day().isAfter(until))
                        .toList(),
                refunds.stream()
                        .filter(r -> r.day().isAfter(after) && !r.day().isAfter(until))
                        .toList());
    }
}
