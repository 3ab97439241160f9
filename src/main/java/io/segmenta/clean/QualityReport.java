package io.segmenta.clean;

import java.time.LocalDate;
import java.util.Map;

/**
 * Rows and money kept and dropped, by reason. rowsRead = rowsKept + all dropped rows.
 *
 * @param dropped one entry per reason, also where nothing was dropped
 * @param customers distinct customers of the kept rows
 * @param orders distinct pairs of customer and invoice of the kept rows
 * @param revenue sum of quantity × unit price of the kept rows, compensated
 */
public record QualityReport(
        long rowsRead,
        long rowsKept,
        Map<DropReason, Dropped> dropped,
        long customers,
        long orders,
        double revenue,
        LocalDate firstDay,
        LocalDate lastDay) {

    /**
     * @param money sum of |quantity × unit price| over the dropped rows that have both
     * @param customers distinct customers among the dropped rows
     */
    public record Dropped(long rows, double money, long customers) {}
}
