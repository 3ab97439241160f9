package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.SourceColumns;
import io.segmenta.engine.columns.TypedColumns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The query that gives every source row its typed columns and its {@code drop_reason}: the key of the {@link DropReason} that hits first, or
 * NULL where the row is kept.
 */
public record Judgement(String columns, String typed) {
    private static final double REPEATED_END = 0.4;

    /** Of the rows that look like credit notes, for all of them to be some. */
    private static final double MOST = 0.9;

    /**
     * @param today of the reader; see {@link io.segmenta.engine.columns.ShortYears}
     * @throws UserFacingException where rows are chosen by a field that has no column
     */
    public static Judgement of(
            TransactionStore store, ColumnMapping mapping, CleaningRules rules, LocalDate today, Progress progress) {
        rules.filters().forEach(filter -> requireColumn(mapping, filter));
        progress.report(0, "Looking for repeated rows");
        if (rules.has(DropReason.DUPLICATE)) {
            findRepeated(store, progress);
        }
        if (rules.has(DropReason.OVERLAP)) {
            Overlap.find(store, mapping, today, progress);
        }
        progress.report(REPEATED_END, "Reading numbers and dates");
        boolean credits = rules.has(DropReason.RETURN) && creditNotes(store, mapping);
        StringBuilder dropReason = new StringBuilder("CASE");
        for (DropReason reason : DropReason.values()) {
            if (rules.has(reason) && (reason != DropReason.MISSING_DESCRIPTION || mapped(mapping, Field.DESCRIPTION))) {
                dropReason
                        .append(" WHEN ")
                        .append(condition(reason, rules, credits))
                        .append(" THEN ")
                        .append(Sql.text(reason.key()));
            }
        }
        dropReason.append(" END");
        String customer = rules.has(DropReason.MISSING_CUSTOMER)
                ? "customer_id"
                : "coalesce(customer_id, 'guest ' || invoice_id)";
        String columns = "row_number, " + customer
                + " AS customer_id, invoice_id, product_id, description, country, instant, CAST(instant AS DATE) AS day,"
                + " quantity, unit_price, amount, " + dropReason + " AS drop_reason";
        String typed = TypedColumns.of(store, mapping, today).select();
        return new Judgement(
                columns,
                "SELECT * REPLACE (" + ORDER + " AS invoice_id), CAST(" + worth(rules, money(mapping))
                        + " AS DECIMAL(38, 9)) AS amount FROM (" + typed + ")");
    }

    /** Where a shop does not number its orders, what somebody bought at one time is one; at one day, where there is no time. */
    private static final String ORDER = "coalesce(invoice_id, CAST(instant AS VARCHAR))";

    /** What a row adds to the sales, by what the file says of money. */
    private static String money(ColumnMapping mapping) {
        if (mapped(mapping, Field.LINE_TOTAL)) {
            return "coalesce(line_total, quantity * unit_price)";
        }
        if (mapped(mapping, Field.UNIT_PRICE)) {
            return "quantity * unit_price";
        }
        // once an order, on whichever of its rows it stands
        String order = " OVER (PARTITION BY customer_id, " + ORDER;
        return "CASE WHEN row_number() " + order + " ORDER BY row_number) = 1 THEN max(order_total)" + order
                + ") WHEN max(order_total)" + order + ") IS NOT NULL THEN 0 END";
    }

    /**
     * SQL of an amount in the currency that counts.
     *
     * @param amount SQL of a number in the currency of its row
     */
    static String worth(CleaningRules rules, String amount) {
        return rules.rates().isEmpty()
                ? amount
                : rules.rates().entrySet().stream()
                        .map(rate -> " WHEN " + Sql.text(rate.getKey()) + " THEN "
                                + rate.getValue().toPlainString())
                        .collect(Collectors.joining("", "(" + amount + ") * CASE upper(currency)", " ELSE 1 END"));
    }

    public String sql() {
        return "SELECT " + columns + " FROM (" + typed + ")";
    }

    /** The same with the cells as read behind it, {@code c0, c1, …}. */
    String sqlWithCells(int count) {
        return "SELECT " + columns + ", " + cells(count) + " FROM (" + typed + ")";
    }

    private static boolean mapped(ColumnMapping mapping, Field field) {
        return mapping.header(field).isPresent();
    }

    private static void requireColumn(ColumnMapping mapping, RowFilter filter) {
        if (!mapped(mapping, filter.field())) {
            String name = filter.field().label().toLowerCase(Locale.ROOT);
            throw new UserFacingException("No column is chosen for the " + name
                    + ", so rows cannot be chosen by it. Choose its column, or take the filter by " + name + " back.");
        }
    }

    private static String cells(int count) {
        return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    }

    private static String condition(DropReason reason, CleaningRules rules, boolean credits) {
        return switch (reason) {
            case CURRENCY -> leaves(rules, filter -> filter.field() == Field.CURRENCY);
            case UNREADABLE -> "instant IS NULL OR amount IS NULL";
            case OUTSIDE_PERIOD -> outside(rules);
            case FILTERED -> leaves(rules, RowFilter::isOfChoice);
            case STATE -> leaves(rules, filter -> filter.field() == Field.STATUS);
            case DUPLICATE -> "row_number IN (SELECT row_number FROM repeated)";
            case OVERLAP -> "row_number IN (SELECT row_number FROM overlapping)";
            case MISSING_CUSTOMER -> "customer_id IS NULL";
            case MISSING_DESCRIPTION -> "NOT described";
            case RETURN ->
                "quantity < 0 OR amount < 0"
                        // the rule of prices below 0, where it is asked, takes them for faults
                        + (rules.has(DropReason.NEGATIVE_PRICE) ? " AND NOT coalesce(unit_price < 0, false)" : "")
                        + (credits ? " OR starts_with(invoice_id, 'C')" : "");
            case ZERO_QUANTITY -> "quantity = 0 AND coalesce(amount, 0) = 0";
            case NEGATIVE_PRICE -> "unit_price < 0";
        };
    }

    /**
     * Whether an invoice that begins with C is a credit note here: only where such rows carry a minus sign. Order numbers such as CA-2016-…
     * begin with C too.
     */
    private static boolean creditNotes(TransactionStore store, ColumnMapping mapping) {
        if (!mapped(mapping, Field.INVOICE_ID)) {
            return false;
        }
        SourceColumns columns = SourceColumns.of(store, mapping);
        Field signed = mapped(mapping, Field.QUANTITY) ? Field.QUANTITY : mapping.money();
        boolean[] credits = new boolean[1];
        store.query(
                "SELECT count(*), count(*) FILTER (" + columns.number(signed) + " < 0) FROM source WHERE starts_with("
                        + columns.text(Field.INVOICE_ID) + ", 'C')",
                row -> credits[0] = row.integer(1) > 0 && row.integer(1) >= MOST * row.integer(0));
        return credits[0];
    }

    private static String leaves(CleaningRules rules, Predicate<RowFilter> some) {
        return rules.filters().stream().filter(some).map(RowFilter::leaves).collect(Collectors.joining(" OR "));
    }

    private static String outside(CleaningRules rules) {
        return Stream.of(
                        rules.from() == null
                                ? ""
                                : "instant < DATE " + Sql.text(rules.from().toString()),
                        rules.to() == null
                                ? ""
                                : "CAST(instant AS DATE) > DATE "
                                        + Sql.text(rules.to().toString()))
                .filter(condition -> !condition.isEmpty())
                .collect(Collectors.joining(" OR "));
    }

    /**
     * Table {@code repeated}: the numbers of rows that equal an earlier row in every column. It depends on the source alone, so it is
     * made once. Only rows that share a hash are compared in full: exact, and cheap where repetition is rare.
     */
    private static void findRepeated(TransactionStore store, Progress progress) {
        String sql = String.format(Locale.ROOT, """
                CREATE TABLE IF NOT EXISTS repeated AS
                WITH suspect AS (SELECT hash(%1$s) AS h FROM source GROUP BY h HAVING count(*) > 1),
                candidate AS (SELECT rowid + 1 AS row_number, %1$s FROM source WHERE hash(%1$s) IN (SELECT h FROM suspect))
                SELECT row_number FROM candidate
                QUALIFY row_number() OVER (PARTITION BY %1$s ORDER BY candidate.row_number) > 1
                """, cells(store.headers().size()));
        store.execute(
                sql,
                (fraction, detail) -> progress.report(REPEATED_END * fraction, detail),
                "Looking for repeated rows");
    }
}
