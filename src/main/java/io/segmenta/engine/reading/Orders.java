package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which column numbers the orders: one whose rows belong to one customer, at one time, wherever its values come more than once. */
record Orders(TransactionStore store, List<ColumnFacts> facts, Names names) {
    private static final Pattern NO_NUMBER = Pattern.compile(
            "priority|status|state|type|date|time|channel|source|method|mode|total|amount|price|value|qty|quantity|currency|note|tag|name\\b|day\\b|month|year"
                    + "|line|row|item|product|sku|discount|country|weight|count|parent|updated|placed at|created|paid|fulfil");
    /** Some shops number the orders of each branch anew, so that several customers share a number. */
    private static final double SAME_CUSTOMER = 0.8;

    /** @param date column of the dates, or empty */
    Optional<ColumnFacts> order(Optional<ColumnFacts> date) {
        return facts.stream()
                .filter(column -> column.filled() > 0
                        && !column.isDate()
                        && date.filter(column::equals).isEmpty())
                .filter(this::maybeOrder)
                .filter(column ->
                        names.level(Field.INVOICE_ID, column.header()) == Names.SYSTEM || holdsTogether(column, date))
                .max(Comparator.<ColumnFacts>comparingInt(column -> level(column))
                        .thenComparingDouble(ColumnFacts::coverage)
                        // the one that puts rows together says more than the number of a row
                        .thenComparing(
                                Comparator.comparingLong(ColumnFacts::distinct).reversed()));
    }

    private boolean maybeOrder(ColumnFacts column) {
        int level = level(column);
        return level >= Names.NAME || (level > 0 && !Names.says(column.header(), NO_NUMBER));
    }

    private int level(ColumnFacts column) {
        return names.level(Field.INVOICE_ID, column.header());
    }

    /** A number that stands on several rows stands on rows of one day. */
    private boolean holdsTogether(ColumnFacts column, Optional<ColumnFacts> date) {
        if (date.isEmpty()) {
            return true;
        }
        RepeatedValues repeated = RepeatedValues.of(store, column, date.get());
        return repeated.onOneDay() >= SAME_CUSTOMER * repeated.values();
    }
}
