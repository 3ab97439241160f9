package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the columns of a file without names may be, by their values and where they stand: who, which order and when before how much. */
record NamelessColumns(TransactionStore store, List<ColumnFacts> facts) {
    private static final double HOLDS_TOGETHER = 0.95;
    private static final long FEW_PIECES = 1_000;

    /** By field; empty where no column holds dates. */
    Map<Field, String> roles() {
        Map<Field, ColumnFacts> roles = new EnumMap<>(Field.class);
        Optional<ColumnFacts> date = facts.stream().filter(ColumnFacts::isDate).findFirst();
        if (date.isEmpty()) {
            return Map.of();
        }
        roles.put(Field.TIMESTAMP, date.get());
        List<ColumnFacts> free = new ArrayList<>(facts);
        free.removeIf(column -> column.isDate() || column.filled() == 0);
        free.stream()
                .filter(column -> column.isNumber() && !column.mostly(column.integers()))
                .reduce((before, last) -> last)
                .ifPresent(money -> take(Field.UNIT_PRICE, money, roles, free));
        free.stream()
                .filter(column -> column.mostly(column.integers()) && facts.indexOf(column) > facts.indexOf(date.get()))
                .filter(this::isFewPieces)
                .reduce((before, last) -> last)
                .ifPresent(pieces -> take(Field.QUANTITY, pieces, roles, free));
        free.stream()
                .filter(ColumnFacts::isAddress)
                .findFirst()
                .ifPresent(customer -> take(Field.CUSTOMER_ID, customer, roles, free));
        free.stream()
                .filter(column -> isShort(column) && ofOneDay(column, date.get()))
                .max(Comparator.comparingLong(ColumnFacts::distinct))
                .ifPresent(order -> take(Field.INVOICE_ID, order, roles, free));
        if (!roles.containsKey(Field.CUSTOMER_ID)) {
            free.stream()
                    .filter(column -> isShort(column) && column.distinct() > 1 && column.distinct() < column.filled())
                    .findFirst()
                    .ifPresent(customer -> take(Field.CUSTOMER_ID, customer, roles, free));
        }
        free.stream()
                .filter(column -> !column.isNumber() && column.distinct() < column.filled())
                .findFirst()
                .ifPresent(product -> take(Field.PRODUCT_ID, product, roles, free));
        Map<Field, String> headers = new EnumMap<>(Field.class);
        roles.forEach((field, column) -> headers.put(field, column.header()));
        return headers;
    }

    private static void take(Field field, ColumnFacts column, Map<Field, ColumnFacts> roles, List<ColumnFacts> free) {
        roles.put(field, column);
        free.remove(column);
    }

    private boolean isFewPieces(ColumnFacts column) {
        return store.number("SELECT coalesce(max(try_cast(" + column.column() + " AS BIGINT)), " + FEW_PIECES
                        + ") FROM " + ColumnFacts.SOME)
                < FEW_PIECES;
    }

    /** Numbers of people and orders have no words. */
    private boolean isShort(ColumnFacts column) {
        return store.number("SELECT count(*) FROM " + ColumnFacts.SOME + " WHERE contains(trim(" + column.column()
                        + "), ' ') OR length(" + column.column() + ") > 40")
                == 0;
    }

    /** What is the same on rows of one day only is an order's, where most customers come again. */
    private boolean ofOneDay(ColumnFacts column, ColumnFacts date) {
        RepeatedValues repeated = RepeatedValues.of(store, column, date);
        return (repeated.values() > 0 || column.distinct() == column.filled())
                && repeated.onOneDay() >= HOLDS_TOGETHER * repeated.values();
    }
}
