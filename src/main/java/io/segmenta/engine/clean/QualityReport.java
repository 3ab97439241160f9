package io.segmenta.engine.clean;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows and money kept and dropped, by reason. rowsRead = rowsKept + all dropped rows.
 *
 * @param dropped one entry per reason, also where nothing was dropped
 * @param customers distinct customers of the kept rows
 * @param orders distinct pairs of customer and invoice of the kept rows
 * @param revenue exact sum of what the customers spent: the kept rows, less what was returned where the rules say so
 * @param firstDay of the kept rows, null where none is kept
 * @param lastDay likewise
 * @param warnings what the owner of the shop should look at before trusting the result, in sentences
 * @param givenBack what was taken off since the dataset holds the purchase of it; null where the rules do not ask, and in documents of earlier
 *     versions
 */
public record QualityReport(
        long rowsRead,
        long rowsKept,
        Map<DropReason, Dropped> dropped,
        long customers,
        long orders,
        double revenue,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        List<String> warnings,
        @Nullable GivenBack givenBack) {
    public QualityReport {
        dropped = Map.copyOf(dropped);
        warnings = List.copyOf(warnings);
    }

    /** Nothing taken off. */
    public QualityReport(
            long rowsRead,
            long rowsKept,
            Map<DropReason, Dropped> dropped,
            long customers,
            long orders,
            double revenue,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            List<String> warnings) {
        this(rowsRead, rowsKept, dropped, customers, orders, revenue, firstDay, lastDay, warnings, null);
    }

    /** Without warnings. */
    public QualityReport(
            long rowsRead,
            long rowsKept,
            Map<DropReason, Dropped> dropped,
            long customers,
            long orders,
            double revenue,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        this(rowsRead, rowsKept, dropped, customers, orders, revenue, firstDay, lastDay, List.of());
    }

    /** The kept rows as they were sold: what was taken off since it came back is in it. */
    public double sales() {
        return givenBack == null
                ? revenue
                // of decimals, so that no digit is lost
                : BigDecimal.valueOf(revenue)
                        .add(BigDecimal.valueOf(givenBack.money()))
                        .doubleValue();
    }

    /**
     * @param rows of returns that were taken off
     * @param orders of which nothing is left
     * @param money that was taken off
     */
    public record GivenBack(long rows, long orders, double money) {}

    /**
     * @param money sum of the absolute amounts of the dropped rows that have one, in the currency that counts; NaN of those that are in others
     * @param customers distinct customers among the dropped rows
     */
    public record Dropped(long rows, double money, long customers) {}
}
