package io.segmenta.engine.cohort;

import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Counts cohorts in the {@code line}, {@code purchase} and {@code refund} tables that the cleaning left in the store. Money is net as in the
 * customer features: refunds lie in their own month and never exceed what the customer spent in all, so the cells sum up to the revenue of
 * all customers.
 */
public final class Cohorts {
    /** Three years: the triangle stays readable, and small. */
    private static final int MOST_MONTHS = 36;

    /** Countries or products with a table of their own. */
    private static final int MOST_NAMES = 5;

    /** What all of a customer's lines of their first day say; of several products the one with the most money, then the first by id. */
    private static final String TRAITS = """
            CREATE OR REPLACE TEMP TABLE cohort_trait AS
            WITH first AS (SELECT customer_id, min(first_day) AS day FROM purchase WHERE customer_id IS NOT NULL GROUP BY customer_id),
            bought AS (
                SELECT customer_id, product_id, min(country) AS country, min(description) AS description, sum(amount) AS amount
                FROM line JOIN first USING (customer_id, day) GROUP BY customer_id, product_id),
            ranked AS (
                SELECT customer_id, product_id, min(country) OVER (PARTITION BY customer_id) AS country, description,
                       row_number() OVER (PARTITION BY customer_id ORDER BY amount DESC, product_id) AS rank
                FROM bought)
            SELECT customer_id, country,
                   product_id || coalesce(' · ' || min(description) OVER (PARTITION BY product_id), '') AS first_product
            FROM ranked WHERE rank = 1
            """;

    /** The others, who have no name in common, last. */
    private static final Comparator<CohortTable> BY_SIZE = Comparator.comparing(
                    (CohortTable table) -> table.name().isEmpty())
            .thenComparing(Comparator.comparingInt(CohortTable::customers).reversed())
            .thenComparing(CohortTable::name);

    private final TransactionStore store;
    private final YearMonth last;

    private Cohorts(TransactionStore store, LocalDate end) {
        this.store = store;
        last = YearMonth.from(end);
    }

    /**
     * @param store with what the cleaning left in it
     * @param end the last day that is known, not before the last purchase
     */
    public static CohortReport of(TransactionStore store, LocalDate end) {
        return new Cohorts(store, end).count(end);
    }

    private CohortReport count(LocalDate end) {
        store.execute(cells(last.atDay(1)));
        YearMonth latest = YearMonth.from(day("SELECT CAST(max(first_month) AS DATE) FROM cohort_cell"));
        YearMonth firstOfUsual = last.minusMonths(MOST_MONTHS - 1L);
        // Where nobody has come since, the last that came are shown, and not nobody.
        YearMonth firstShown = latest.isBefore(firstOfUsual) ? latest.minusMonths(MOST_MONTHS - 1L) : firstOfUsual;
        store.execute(TRAITS);
        List<CohortTable> tables = new ArrayList<>(tables(CohortGroup.ALL, firstShown, "''", ""));
        for (CohortGroup group : List.of(CohortGroup.COUNTRY, CohortGroup.FIRST_PRODUCT)) {
            List<CohortTable> found = tables(
                    group,
                    firstShown,
                    "coalesce(frequent.name, '')",
                    String.format(Locale.ROOT, """
                            JOIN cohort_trait USING (customer_id) LEFT JOIN (
                                SELECT %1$s AS name FROM cohort_trait WHERE %1$s IS NOT NULL
                                GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT %2$d) frequent ON frequent.name = cohort_trait.%1$s
                            """, group.key(), MOST_NAMES));
            if (found.size() > 1) {
                tables.addAll(found);
            }
        }
        long earlier = store.number("SELECT count(DISTINCT customer_id) FROM cohort_cell WHERE first_month < DATE '"
                + firstShown.atDay(1) + "'");
        LocalDate begin = day("SELECT min(first_day) FROM purchase");
        store.execute("DROP TABLE cohort_cell");
        store.execute("DROP TABLE cohort_trait");
        return new CohortReport(begin, end, tables, Math.toIntExact(earlier));
    }

    private LocalDate day(String sql) {
        List<LocalDate> days = new ArrayList<>();
        store.query(sql, row -> days.add(Objects.requireNonNull(row.day(0))));
        return days.getFirst();
    }

    /** The months of one cohort, while they are read. */
    private static final class Open {
        private final int[] buyers;
        private final double[] revenue;

        Open(int months) {
            buyers = new int[months];
            revenue = new double[months];
        }

        Cohort closed(YearMonth month) {
            List<Integer> bought = new ArrayList<>();
            List<Double> spent = new ArrayList<>();
            for (int since = 0; since < buyers.length; since++) {
                bought.add(buyers[since]);
                spent.add(revenue[since]);
            }
            return new Cohort(month.atDay(1), buyers[0], bought, spent);
        }
    }

    /**
     * @param name SQL of what the customers have in common
     * @param join where it comes from
     */
    private List<CohortTable> tables(CohortGroup group, YearMonth firstShown, String name, String join) {
        Map<String, Map<YearMonth, Open>> found = new LinkedHashMap<>();
        store.query(sums(name, join), row -> {
            YearMonth month = YearMonth.from(Objects.requireNonNull(row.day(1)));
            if (!month.isBefore(firstShown)) {
                Open cohort = found.computeIfAbsent(String.valueOf(row.text(0)), same -> new LinkedHashMap<>())
                        .computeIfAbsent(month, same -> new Open((int) ChronoUnit.MONTHS.between(month, last) + 1));
                cohort.buyers[(int) row.integer(2)] = (int) row.integer(3);
                cohort.revenue[(int) row.integer(2)] = row.number(4);
            }
        });
        return found.entrySet().stream()
                .map(table -> new CohortTable(
                        group,
                        table.getKey(),
                        table.getValue().entrySet().stream()
                                .map(cohort -> cohort.getValue().closed(cohort.getKey()))
                                .toList()))
                .sorted(BY_SIZE)
                .toList();
    }

    /** Orders belong to their first day. A refund from before the first purchase counts in its month, one after the end in the last. */
    private static String cells(LocalDate lastMonth) {
        return String.format(Locale.ROOT, """
                CREATE OR REPLACE TEMP TABLE cohort_cell AS
                WITH customer AS (
                    SELECT customer_id, date_trunc('month', min(first_day)) AS first_month, sum(amount) AS total
                    FROM purchase WHERE customer_id IS NOT NULL GROUP BY customer_id),
                spent AS (
                    SELECT customer_id, date_trunc('month', first_day) AS month, sum(amount) AS amount, 1 AS bought
                    FROM purchase WHERE customer_id IS NOT NULL GROUP BY ALL),
                given AS (
                    SELECT customer_id, least(greatest(date_trunc('month', r.first_day), first_month), DATE '%1$s') AS month,
                           sum(netted) AS netted
                    FROM refund r JOIN customer USING (customer_id) WHERE netted > 0 GROUP BY ALL),
                running AS (
                    SELECT customer_id, month, netted, total,
                           sum(netted) OVER (PARTITION BY customer_id ORDER BY month) AS until_then
                    FROM given JOIN customer USING (customer_id)),
                flow AS (
                    SELECT customer_id, month, amount, bought FROM spent
                    UNION ALL
                    SELECT customer_id, month, least(until_then - netted, total) - least(until_then, total), 0 FROM running)
                SELECT customer_id, first_month, date_diff('month', first_month, month) AS since, max(bought) AS bought, sum(amount) AS amount
                FROM flow JOIN customer USING (customer_id) GROUP BY ALL
                """, lastMonth);
    }

    private static String sums(String name, String join) {
        return String.format(Locale.ROOT, """
                SELECT %1$s AS name, CAST(first_month AS DATE) AS first_month, since, sum(bought), CAST(sum(amount) AS DOUBLE)
                FROM cohort_cell %2$s GROUP BY ALL ORDER BY name, first_month, since
                """, name, join);
    }
}
