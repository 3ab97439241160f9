package io.segmenta.engine.reading;

import io.segmenta.engine.transactions.DerivedColumn;
import io.segmenta.engine.transactions.DerivedColumn.CarriedDown;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What belongs to a whole order and stands on the first of its rows only, as some shop systems write it and as merged cells of a sheet are
 * read: found by its gaps, and carried down within the order.
 */
record Continuation(TransactionStore store, List<ColumnFacts> facts, Names names) {
    private static final Pattern CALLED_OFF = Pattern.compile("cancel|void|storn|annul");
    private static final double MOST = 0.9;

    List<DerivedColumn> columns() {
        List<DerivedColumn> carried = new ArrayList<>(ofOrders());
        grouped()
                .filter(customer ->
                        carried.stream().noneMatch(column -> column.parts().contains(customer)))
                .ifPresent(customer -> carried.add(new CarriedDown(customer, customer)));
        return carried;
    }

    /**
     * A report by customer names them once, above what they bought, and closes each with a row of their total: the one sign that the blank rows
     * are not of guests.
     */
    private Optional<String> grouped() {
        return facts.stream()
                .filter(column -> names.level(Field.CUSTOMER_ID, column.header()) > 0
                        && column.coverage() < 1
                        && !column.isNumber())
                .filter(column -> store.number(closed(column.column())) > 0)
                .map(ColumnFacts::header)
                .findFirst();
    }

    /** SQL of whether most names are followed by their total. */
    private static String closed(String column) {
        return "SELECT CASE WHEN count(*) FILTER (sums AND contains(lower(name), before)) >= greatest(2, " + MOST
                + " * count(*) FILTER (NOT sums)) THEN 1 ELSE 0 END FROM (SELECT trim(" + column
                + ") AS name, lower(lag(name) OVER (ORDER BY nr)) AS before,"
                + " regexp_matches(name, '(?i)^(total|summe|sum|subtotal)\\b') AS sums FROM " + ColumnFacts.SOME
                + " WHERE name <> '')";
    }

    private List<DerivedColumn> ofOrders() {
        Optional<ColumnFacts> order = facts.stream()
                .filter(column -> names.level(Field.INVOICE_ID, column.header()) >= Names.NAME
                        && column.filled() > 0
                        && !column.isDate())
                .max(Comparator.comparingInt((ColumnFacts column) -> names.level(Field.INVOICE_ID, column.header()))
                        .thenComparingDouble(ColumnFacts::coverage));
        if (order.isEmpty()) {
            return List.of();
        }
        boolean blank = order.get().coverage() < 1;
        if (blank && !continuesBelow(order.get())) {
            return List.of();
        }
        List<ColumnFacts> gaps = facts.stream()
                .filter(column -> column.coverage() < 1 && column.filled() > 0 && !column.equals(order.get()))
                .filter(this::serves)
                .toList();
        List<DerivedColumn> carried = new ArrayList<>();
        if (blank) {
            carried.add(new CarriedDown(order.get().header(), order.get().header()));
        }
        onFirstRow(order.get(), gaps)
                .forEach(column ->
                        carried.add(new CarriedDown(column.header(), order.get().header())));
        return carried;
    }

    private boolean serves(ColumnFacts column) {
        return column.isDate()
                || column.isAddress()
                || names.level(Field.CUSTOMER_ID, column.header()) > 0
                || names.level(Field.STATUS, column.header()) > 0
                || names.level(Field.CURRENCY, column.header()) > 0
                || names.level(Field.COUNTRY, column.header()) > 0
                || Names.says(column.header(), CALLED_OFF);
    }

    /** Whether rows without an order number have no date either, but something else: they go on with the order above. */
    private boolean continuesBelow(ColumnFacts order) {
        List<ColumnFacts> dates = facts.stream().filter(ColumnFacts::isDate).toList();
        String dateless = dates.stream().map(date -> blank(date.column())).collect(Collectors.joining(" AND "));
        String something = facts.stream()
                .filter(column -> !column.equals(order) && !column.isDate() && column.coverage() > order.coverage())
                .map(column -> "NOT " + blank(column.column()))
                .collect(Collectors.joining(" OR "));
        if (dates.isEmpty() || something.isEmpty()) {
            return false;
        }
        boolean[] continues = new boolean[1];
        store.query(
                "SELECT count(*), count(*) FILTER (" + dateless + ") FROM " + ColumnFacts.SOME + " WHERE "
                        + blank(order.column()) + " AND (" + something + ")",
                row -> continues[0] = row.integer(0) > 0 && row.integer(1) >= MOST * row.integer(0));
        return continues[0];
    }

    /** SQL of whether a row is the sum of those above. */
    private String totals() {
        return facts.stream()
                .limit(3)
                .map(column -> "coalesce(regexp_full_match(" + column.column()
                        + ", '(?i)\\s*(?:total|grand total|sum|summe|gesamt)\\s*'), false)")
                .collect(Collectors.joining(" OR "));
    }

    private static String blank(String column) {
        return "(coalesce(trim(" + column + "), '') = '')";
    }

    private List<ColumnFacts> onFirstRow(ColumnFacts order, List<ColumnFacts> gaps) {
        if (gaps.isEmpty()) {
            return List.of();
        }
        String number = order.coverage() < 1
                ? "last_value(nullif(trim(" + order.column() + "), '') IGNORE NULLS) OVER (ORDER BY nr)"
                : order.column();
        String counts = IntStream.range(0, gaps.size())
                .mapToObj(i -> gaps.get(i).column())
                .map(column -> "count(nullif(trim(" + column + "), '')) AS n" + column
                        + ", coalesce(trim(arg_min(coalesce(" + column + ", ''), nr)), '') <> '' AS f" + column)
                .collect(Collectors.joining(", "));
        String sums = gaps.stream()
                .map(ColumnFacts::column)
                .map(column -> "count(*) FILTER (n" + column + " > 0), count(*) FILTER (n" + column + " = 1 AND f"
                        + column + ")")
                .collect(Collectors.joining(", "));
        List<ColumnFacts> found = new ArrayList<>();
        store.query(
                "SELECT " + sums + " FROM (SELECT " + counts + " FROM (SELECT *, " + number + " AS onumber FROM "
                        + ColumnFacts.SOME + ") WHERE onumber IS NOT NULL AND NOT (" + totals()
                        + ") GROUP BY onumber HAVING count(*) > 1)",
                row -> {
                    for (int i = 0; i < gaps.size(); i++) {
                        if (row.integer(2 * i) > 0 && row.integer(2 * i + 1) >= MOST * row.integer(2 * i)) {
                            found.add(gaps.get(i));
                        }
                    }
                });
        return found;
    }
}
