package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.DerivedColumn.GuestsBy;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands in the place of a customer where it was nobody in particular.
 *
 * @param value as it stands in the cells
 * @param rows that have it
 */
record Guests(String value, long rows) {
    /** A customer numbered 0 buys about as often as the others; all guests together buy far more. */
    private static final int TIMES_THE_OTHERS = 2;

    static List<Guests> in(TransactionStore store, ColumnFacts customer) {
        List<Guests> found = new ArrayList<>();
        if (customer.header().contains(GuestsBy.BY)) {
            // told apart by another column while reading
            return found;
        }
        // cells repeat themselves, and different ones alone are counted many times faster than all are compared
        store.query(
                "WITH cells AS (SELECT " + customer.column()
                        + " AS cell, count(*) AS number FROM source GROUP BY cell),"
                        + " bought AS (SELECT trim(cell) AS v, sum(number) AS n FROM cells GROUP BY v)"
                        + " SELECT v, n FROM bought WHERE " + GuestsBy.isGuest("v") + " AND n > 1 AND (v <> '0' OR n > "
                        + TIMES_THE_OTHERS + " * (SELECT avg(n) FROM bought WHERE v <> '0' AND v <> '')) ORDER BY v",
                row -> found.add(new Guests(String.valueOf(row.text(0)), row.integer(1))));
        return found;
    }

    String told(ColumnFacts customer) {
        return String.format(
                Locale.ENGLISH,
                "%,d rows belong to \"%s\" in \"%s\", which stands for guests: they are left out, since nobody tells them apart.",
                rows,
                value,
                customer.header());
    }
}
