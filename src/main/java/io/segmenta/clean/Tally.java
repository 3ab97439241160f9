package io.segmenta.clean;

import io.segmenta.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judged rows summed by fate, customer and invoice: one scan of the rows serves the report and the customer features. */
final class Tally {
    private Tally() {}

    /** Sums of what was dropped are of absolute values: a return counts the money that went back. */
    static String sql(String judged) {
        return "SELECT fate, customer_id, invoice_id, count(*) AS lines, min(day) AS first_day, max(day) AS last_day,"
                + " sum(CAST(CASE WHEN fate IS NULL THEN quantity ELSE abs(quantity) END AS DECIMAL(38, 9))) AS quantity,"
                + " sum(CASE WHEN fate IS NULL THEN amount ELSE abs(amount) END) AS amount"
                + " FROM " + judged + " GROUP BY fate, customer_id, invoice_id";
    }

    static QualityReport report(TransactionStore store, String tally) {
        Report report = new Report();
        store.query("""
                SELECT fate, sum(lines), sum(amount), count(customer_id), sum(orders), min(first_day), max(last_day)
                FROM (SELECT fate, customer_id, sum(lines) AS lines, sum(amount) AS amount, count(*) AS orders,
                             min(first_day) AS first_day, max(last_day) AS last_day
                      FROM %s GROUP BY fate, customer_id)
                GROUP BY fate
                """.formatted(tally), row -> {
            double money = Double.isNaN(row.number(2)) ? 0 : row.number(2);
            String fate = row.text(0);
            if (fate == null) {
                report.kept(row.integer(1), money, row.integer(3), row.integer(4), row.day(5), row.day(6));
            } else {
                report.dropped.put(
                        DropReason.of(fate), new QualityReport.Dropped(row.integer(1), money, row.integer(3)));
            }
        });
        return report.toValue();
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
