package io.segmenta.service.campaign;

import io.segmenta.engine.experiment.SpendCaps;
import io.segmenta.engine.experiment.Spends;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * What each customer of a shop spent around the days of a campaign.
 *
 * @param customers by id
 * @param first day of the data
 */
record Spendings(Map<String, Spending> customers, CampaignPeriod period, LocalDate first) {
    /**
     * @param before in all before the campaign
     * @param since in its days
     */
    record Spending(double before, double since) {
        private static final Spending NOTHING = new Spending(0, 0);
    }

    Spendings {
        customers = Map.copyOf(customers);
    }

    /** From what the cleaning left in the store; also those who spent nothing in these days. Returns count on their own day, in all never below 0. */
    static Spendings read(TransactionStore store, CampaignPeriod period, LocalDate first) {
        Map<String, Spending> customers = new HashMap<>();
        String sql = String.format(
                Locale.ROOT,
                """
                SELECT customer_id, %s, %s
                FROM (SELECT customer_id, first_day AS day, amount FROM purchase
                      UNION ALL SELECT customer_id, first_day, -netted FROM refund)
                WHERE customer_id IS NOT NULL GROUP BY customer_id
                """,
                sum("day < DATE '" + period.from() + "'"),
                sum("day BETWEEN DATE '" + period.from() + "' AND DATE '" + period.last() + "'"));
        store.query(sql, row -> customers.put(String.valueOf(row.text(0)), new Spending(row.number(1), row.number(2))));
        return new Spendings(customers, period, first);
    }

    private static String sum(String condition) {
        return "greatest(0, CAST(sum(CASE WHEN " + condition + " THEN amount ELSE 0 END) AS DOUBLE))";
    }

    /** Their ids, ascending. */
    Set<String> boughtBefore() {
        Set<String> ids = new TreeSet<>();
        customers.forEach((id, spending) -> {
            if (spending.before > 0) {
                ids.add(id);
            }
        });
        return ids;
    }

    boolean knows(String id) {
        return customers.containsKey(id);
    }

    Spends of(Collection<String> ids) {
        return new Spends(each(ids, Spending::since), known() ? each(ids, Spending::before) : new double[0]);
    }

    SpendCaps caps(Collection<String> ids) {
        Spends all = of(ids);
        return SpendCaps.of(all.since(), all.before());
    }

    /** Whether the data begin before the campaign. */
    boolean known() {
        return first.isBefore(period.from());
    }

    private double[] each(Collection<String> ids, ToDoubleFunction<Spending> part) {
        return ids.stream()
                .mapToDouble(id -> part.applyAsDouble(customers.getOrDefault(id, Spending.NOTHING)))
                .toArray();
    }
}
