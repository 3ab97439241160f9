package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where dates read both ways, a file whose rows stand in the order of time tells which way is right. */
final class SortedDates {
    private static final int LOOKED_AT = 20_000;
    /** Days that follow one another by chance are fewer. */
    private static final int FEWEST_CHANGES = 8;

    private static final double SORTED = 0.01;
    private static final double UNSORTED = 0.1;

    private SortedDates() {}

    /** Those orders in which the rows follow one another in time, if in the others they clearly do not; else all. */
    static List<DateOrder> orders(
            TransactionStore store, String column, List<DateOrder> orders, ShortYears shortYears) {
        List<String> cells = new ArrayList<>();
        store.query(
                "SELECT trim(" + column + ") FROM source WHERE " + column + " IS NOT NULL AND rowid < " + LOOKED_AT
                        + " ORDER BY rowid",
                row -> cells.add(String.valueOf(row.text(0))));
        List<DateOrder> sorted = new ArrayList<>();
        for (DateOrder order : orders) {
            double against = against(cells, new InstantFormat(order, shortYears));
            if (against <= SORTED) {
                sorted.add(order);
            } else if (against < UNSORTED) {
                return orders;
            }
        }
        return sorted.size() == 1 ? sorted : orders;
    }

    /** The part of the steps from one day to another that goes against the direction of most; 1 where there are few. */
    private static double against(List<String> cells, InstantFormat format) {
        long later = 0;
        long earlier = 0;
        LocalDate before = null;
        for (String cell : cells) {
            LocalDate day = format.day(cell).orElse(null);
            if (day != null && before != null) {
                later += day.isAfter(before) ? 1 : 0;
                earlier += day.isBefore(before) ? 1 : 0;
            }
            before = day == null ? before : day;
        }
        return later + earlier < FEWEST_CHANGES ? 1 : Math.min(later, earlier) / (double) (later + earlier);
    }
}
