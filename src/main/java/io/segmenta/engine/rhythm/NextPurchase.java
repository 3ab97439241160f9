package io.segmenta.engine.rhythm;

import java.time.LocalDate;

/**
 * When a customer buys next if they come back at all: in eight of ten cases not before the first day and not after the last.
 *
 * @param likely as often sooner as later
 */
public record NextPurchase(LocalDate from, LocalDate likely, LocalDate to) {
    public NextPurchase {
        if (likely.isBefore(from) || to.isBefore(likely)) {
            throw new IllegalArgumentException("The days are not in order: " + from + ", " + likely + ", " + to);
        }
    }
}
