package io.segmenta.engine.forecast.history;

import io.segmenta.engine.numeric.Quantiles;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How many days pass between two purchases of a customer: quantiles over all pairs that follow each other.
 *
 * @param pairs how many there are; where there is none, the quantiles are 0
 */
public record PurchaseGaps(int pairs, double median, double q80, double q90, double q95) {
    private static final int WEEK = 7;

    public static PurchaseGaps of(Purchases purchases) {
        double[] gaps = purchases.histories().stream()
                .map(CustomerHistory::purchases)
                .flatMapToDouble(days -> IntStream.range(1, days.size()).mapToDouble(i -> gap(days, i)))
                .sorted()
                .toArray();
        return gaps.length == 0
                ? new PurchaseGaps(0, 0, 0, 0, 0)
                : new PurchaseGaps(
                        gaps.length,
                        Quantiles.of(gaps, 0.5),
                        Quantiles.of(gaps, 0.8),
                        Quantiles.of(gaps, 0.9),
                        Quantiles.of(gaps, 0.95));
    }

    /**
     * The same from a store, without reading any purchase.
     *
     * @param purchases the SQL of rows with columns {@code customer_id}, {@code first_day} and {@code amount}
     */
    public static PurchaseGaps of(TransactionStore store, String purchases) {
        PurchaseGaps[] found = {new PurchaseGaps(0, 0, 0, 0, 0)};
        String sql = String.format(Locale.ROOT, """
                SELECT count(gap), quantile_cont(gap, 0.5), quantile_cont(gap, 0.8), quantile_cont(gap, 0.9),
                       quantile_cont(gap, 0.95)
                FROM (SELECT CAST(first_day - lag(first_day) OVER (PARTITION BY customer_id ORDER BY first_day) AS DOUBLE) AS gap
                      FROM (SELECT DISTINCT customer_id, first_day FROM (%s) WHERE amount > 0))
                """, purchases);
        store.query(sql, row -> {
            if (row.integer(0) > 0) {
                found[0] = new PurchaseGaps(
                        (int) Math.min(Integer.MAX_VALUE, row.integer(0)),
                        row.number(1),
                        row.number(2),
                        row.number(3),
                        row.number(4));
            }
        });
        return found[0];
    }

    private static double gap(List<PurchaseDay> days, int i) {
        return ChronoUnit.DAYS.between(days.get(i - 1).day(), days.get(i).day());
    }

    /**
     * {@link Horizon#DEFAULT_DAYS}, moved to whole weeks between the 80 % and the 95 % quantile where it lies outside: long enough to tell silence from
     * rhythm.
     */
    public int suggestedHorizonDays() {
        if (pairs == 0 || (Horizon.DEFAULT_DAYS >= q80 && Horizon.DEFAULT_DAYS <= q95)) {
            return Horizon.DEFAULT_DAYS;
        }
        double nearest = Horizon.DEFAULT_DAYS < q80 ? Math.ceil(q80 / WEEK) : Math.max(1, Math.floor(q95 / WEEK));
        return (int) Math.min(Horizon.LONGEST_DAYS, WEEK * nearest);
    }
}
