package io.segmenta.engine.clean;

import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.Row;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judged rows summed by reason of dropping, customer and invoice: one scan of the rows serves the report and the customer features. */
final class Tally {
    private Tally() {}

    /** Sums of what was dropped are of absolute values: a return counts the money that went back. */
    static String sql(String judged) {
        return "SELECT drop_reason, customer_id, invoice_id, count(*) AS lines, min(day) AS first_day, max(day) AS last_day,"
                + " sum(CAST(CASE WHEN drop_reason IS NULL THEN quantity ELSE abs(quantity) END AS DECIMAL(38, 9))) AS quantity,"
                + " sum(CASE WHEN drop_reason IS NULL THEN amount ELSE abs(amount) END) AS amount"
                + " FROM " + judged + " GROUP BY drop_reason, customer_id, invoice_id";
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
                        + ") LEFT JOIN (SELECT customer_id, sum(amount) AS back FROM " + tally + " WHERE drop_reason = "
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
            return new QualityReport(rowsRead, rows, dropped, customers, orders, revenue, firstDay, lastDay);
        }
    }
}
