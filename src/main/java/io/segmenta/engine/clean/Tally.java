package io.segmenta.engine.clean;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.Row;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judged rows summed by reason of dropping, customer and invoice: one scan of the rows serves the report and the customer features. */
final class Tally {
    private static final String DETAIL = "Asking the cleaning rules";

    private Tally() {}

    /**
     * Makes the table of sums.
     *
     * @param create "CREATE TABLE … AS"
     * @param judged the rows, as SQL
     */
    static void make(TransactionStore store, String create, String judged, Returns returns, Progress progress) {
        if (returns == Returns.MATCHED) {
            giveBack(store, judged, progress);
        }
        store.execute(create + " " + sql(judged, returns), progress, DETAIL);
    }

    /**
     * Table {@code given_back}: the returns for which the dataset holds what was given back, by their {@code row_number}, with {@code customer_id}
     * and {@code amount} and the day ({@code bought}) and invoice ({@code bought_invoice}) of that purchase, the latest that is not given back yet.
     *
     * <p>Purchases and returns of the same thing open and close like brackets: a return belongs to the last purchase before it that opened the
     * same number of them. Sorting finds that for all rows at once.
     */
    private static void giveBack(TransactionStore store, String judged, Progress progress) {
        store.execute(
                String.format(
                        Locale.ROOT,
                        """
                        CREATE OR REPLACE TEMP TABLE given_back AS
                        WITH row_of AS (
                            SELECT row_number, customer_id, invoice_id, instant, day, drop_reason, coalesce(product_id, description, '') AS product,
                                   coalesce(abs(quantity), 0) AS pieces, abs(amount) AS money
                            FROM %1$s WHERE customer_id IS NOT NULL),
                        returned AS MATERIALIZED (SELECT *, -1 AS step FROM row_of WHERE drop_reason = %2$s AND money > 0),
                        movement AS (
                            SELECT *, 1 AS step FROM row_of SEMI JOIN returned USING (customer_id, product, pieces, money) WHERE drop_reason IS NULL
                            UNION ALL SELECT * FROM returned),
                        summed AS (SELECT *, sum(step) OVER same AS level FROM movement WINDOW same AS (%3$s ORDER BY instant, step DESC, row_number)),
                        opened AS (
                            SELECT *, level - least(0, min(level) OVER same) + CASE WHEN step < 0 THEN 1 ELSE 0 END AS depth
                            FROM summed WINDOW same AS (%3$s ORDER BY instant, step DESC, row_number)),
                        paired AS (
                            SELECT *, lag(step) OVER pair AS before, lag(day) OVER pair AS bought, lag(invoice_id) OVER pair AS bought_invoice
                            FROM opened WINDOW pair AS (%3$s, depth ORDER BY instant, step DESC, row_number))
                        SELECT row_number, customer_id, money AS amount, bought, bought_invoice FROM paired WHERE step < 0 AND before > 0
                        """,
                        judged,
                        Sql.text(DropReason.RETURN.key()),
                        "PARTITION BY customer_id, product, pieces, money"),
                progress,
                DETAIL);
    }

    /** Sums of what was dropped are of absolute values: a return counts the money that went back. */
    private static String sql(String judged, Returns returns) {
        boolean matched = returns == Returns.MATCHED;
        return "SELECT drop_reason, customer_id, invoice_id, bought, count(*) AS lines, min(day) AS first_day, max(day) AS last_day,"
                + " sum(CAST(CASE WHEN drop_reason IS NULL THEN quantity ELSE abs(quantity) END AS DECIMAL(38, 9))) AS quantity,"
                + " sum(CASE WHEN drop_reason IS NULL THEN amount ELSE abs(amount) END) AS amount"
                + " FROM (SELECT *, " + (matched ? "" : "CAST(NULL AS DATE) AS ") + "bought FROM " + judged
                + (matched ? " LEFT JOIN (SELECT row_number, bought FROM given_back) USING (row_number)" : "")
                + ") GROUP BY drop_reason, customer_id, invoice_id, bought";
    }

    /** What is subtracted of returned money, as SQL. */
    static String netted(Returns returns) {
        return switch (returns) {
            case EXCLUDE -> "amount * 0";
            case NET -> "amount";
            case MATCHED -> "CASE WHEN bought IS NULL THEN amount * 0 ELSE amount END";
        };
    }

    /**
     * One row a customer of the kept rows: {@code customer_id, orders, lines, first_day, last_day, money}. Where returns are subtracted,
     * the money is what is left of it, never below 0.
     */
    static String customers(String tally, Returns returns) {
        String bought =
                "SELECT customer_id, count(*) AS orders, sum(lines) AS lines, min(first_day) AS first_day, max(last_day)"
                        + " AS last_day, sum(amount) AS money FROM " + tally
                        + " WHERE drop_reason IS NULL GROUP BY customer_id";
        return returns == Returns.EXCLUDE
                ? bought
                : "SELECT * REPLACE (CASE WHEN back > 0 THEN greatest(money - back, 0) ELSE money END AS money) FROM ("
                        + bought
                        + ") LEFT JOIN (SELECT customer_id, sum(" + netted(returns) + ") AS back FROM " + tally
                        + " WHERE drop_reason = "
                        + Sql.text(DropReason.RETURN.key()) + " GROUP BY customer_id) USING (customer_id)";
    }

    static QualityReport report(TransactionStore store, String tally, Returns returns) {
        Report report = new Report();
        store.query(
                "SELECT sum(lines), sum(money), count(*), sum(orders), min(first_day), max(last_day) FROM ("
                        + customers(tally, returns) + ")",
                row -> report.kept(
                        row.integer(0), money(row, 1), row.integer(2), row.integer(3), row.day(4), row.day(5)));
        store.query(
                "SELECT drop_reason, sum(lines), sum(amount), count(DISTINCT customer_id) FROM " + tally
                        + " WHERE drop_reason IS NOT NULL GROUP BY drop_reason",
                row -> {
                    DropReason reason = DropReason.of(String.valueOf(row.text(0)));
                    double money = reason == DropReason.CURRENCY ? Double.NaN : money(row, 2);
                    report.dropped.put(reason, new QualityReport.Dropped(row.integer(1), money, row.integer(3)));
                });
        if (returns == Returns.MATCHED) {
            store.query(
                    "SELECT count(*), sum(amount), (SELECT count(*) FROM (SELECT customer_id, bought_invoice AS invoice_id,"
                            + " sum(amount) AS back FROM given_back GROUP BY ALL) JOIN " + tally
                            + " AS sums USING (customer_id, invoice_id) WHERE drop_reason IS NULL AND back = sums.amount)"
                            + " FROM given_back",
                    row -> report.givenBack =
                            new QualityReport.GivenBack(row.integer(0), row.integer(2), money(row, 1)));
        }
        return report.toValue();
    }

    private static double money(Row row, int column) {
        double sum = row.number(column);
        return Double.isNaN(sum) ? 0 : sum;
    }

    /** Filled row by row. */
    private static final class Report {
        private final Map<DropReason, QualityReport.Dropped> dropped = new EnumMap<>(DropReason.class);
        private long rows;
        private double revenue;
        private long customers;
        private long orders;
        private @Nullable LocalDate firstDay;
        private @Nullable LocalDate lastDay;
        private QualityReport.@Nullable GivenBack givenBack;

        void kept(
                long rows,
                double revenue,
                long customers,
                long orders,
                @Nullable LocalDate firstDay,
                @Nullable LocalDate lastDay) {
            this.rows = rows;
            this.revenue = revenue;
            this.customers = customers;
            this.orders = orders;
            this.firstDay = firstDay;
            this.lastDay = lastDay;
        }

        QualityReport toValue() {
            for (DropReason reason : DropReason.values()) {
                dropped.putIfAbsent(reason, new QualityReport.Dropped(0, 0, 0));
            }
            long rowsRead = rows
                    + dropped.values().stream()
                            .mapToLong(QualityReport.Dropped::rows)
                            .sum();
            return new QualityReport(
                    rowsRead, rows, dropped, customers, orders, revenue, firstDay, lastDay, List.of(), givenBack);
        }
    }
}
