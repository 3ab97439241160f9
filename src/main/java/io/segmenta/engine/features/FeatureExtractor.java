package io.segmenta.engine.features;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customer features from the {@code purchase} and {@code refund} tables that the cleaning left in the store. */
public final class FeatureExtractor {
    /** A customer seen on one day only is taken to have been one for this long. */
    private static final int SHORTEST_LIFESPAN_DAYS = 30;

    private static final double DAYS_PER_YEAR = 365;

    /** After everything. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private FeatureExtractor() {}

    /**
     * The basic features, with the lifespan of these customers.
     *
     * @throws UserFacingException when no purchase is left, or the snapshot is not after the last one
     */
    public static CustomerFeatures extract(TransactionStore store, @Nullable LocalDate snapshot, Progress progress) {
        return extract(store, snapshot, Feature.basic(), null, progress);
    }

    /**
     * @param snapshot the day from which recency and tenure count, or null for the day after the last kept purchase
     * @param wanted computed beside the basic ones
     * @param lifespanDays of the customers that a model was fitted to, or null for the mean of these
     * @throws UserFacingException when no purchase is left, or the snapshot is not after the last one
     */
    public static CustomerFeatures extract(
            TransactionStore store,
            @Nullable LocalDate snapshot,
            Collection<Feature> wanted,
            @Nullable Double lifespanDays,
            Progress progress) {
        LocalDate lastDay = lastDay(store);
        LocalDate today = snapshot == null ? lastDay.plusDays(1) : snapshot;
        if (!today.isAfter(lastDay)) {
            throw new UserFacingException("The snapshot day (" + today + ") must be after the last purchase (" + lastDay
                    + "). Choose a later day, or none for the day after the last purchase.");
        }
        return extract(store, today, NEVER, wanted, lifespanDays, progress);
    }

    /**
     * The features as they were at the end of a day: of what came later nothing is known. An order belongs to its first day.
     *
     * @param wanted computed beside the basic ones
     * @throws UserFacingException when nobody had bought by then
     */
    public static CustomerFeatures asOf(
            TransactionStore store, LocalDate day, Collection<Feature> wanted, Progress progress) {
        return extract(store, day.plusDays(1), day, wanted, null, progress);
    }

    private static CustomerFeatures extract(
            TransactionStore store,
            LocalDate today,
            LocalDate until,
            Collection<Feature> wanted,
            @Nullable Double lifespanDays,
            Progress progress) {
        progress.report(0, "Summing up each customer");
        int customers = Math.toIntExact(store.number(
                "SELECT count(DISTINCT customer_id) FROM purchase WHERE first_day <= DATE '" + until + "'"));
        if (customers == 0) {
            throw new UserFacingException("Nobody had bought anything by " + until + ". Choose a later day.");
        }
        Map<Feature, double[]> columns = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            if (Feature.basic().contains(feature) || wanted.contains(feature)) {
                columns.put(feature, new double[customers]);
            }
        }
        List<String> ids = new ArrayList<>(customers);
        long[] total = new long[2];
        store.query(perCustomer(today, until), row -> {
            int i = ids.size();
            double recency = row.number(1);
            double tenure = row.number(2);
            double orders = row.number(3);
            double monetary = row.number(4);
            ids.add(String.valueOf(row.text(0)));
            set(columns, Feature.RECENCY, i, recency);
            set(columns, Feature.TENURE, i, tenure);
            set(columns, Feature.FREQUENCY, i, orders);
            set(columns, Feature.MONETARY, i, monetary);
            set(columns, Feature.AVERAGE_BASKET_SIZE, i, row.number(5) / orders);
            set(columns, Feature.AVERAGE_ORDER_VALUE, i, monetary / orders);
            set(columns, Feature.MEAN_DAYS_BETWEEN_ORDERS, i, orders > 1 ? (tenure - recency) / (orders - 1) : tenure);
            set(columns, Feature.RETURNS_SHARE, i, share(row.number(7), row.number(6)));
            total[0] += row.integer(3);
            total[1] += Math.max(row.integer(2) - row.integer(1), SHORTEST_LIFESPAN_DAYS);
        });
        double lifespan = lifespanDays == null ? (double) total[1] / customers : lifespanDays;
        double[] monetary = columns.getOrDefault(Feature.MONETARY, new double[0]);
        for (int i = 0; i < customers; i++) {
            set(columns, Feature.CLV, i, monetary[i] * lifespan / DAYS_PER_YEAR);
        }
        countProducts(store, until, columns);
        // The stream's sum is compensated.
        return new CustomerFeatures(
                ids, columns, today, total[0], Arrays.stream(monetary).sum(), lifespan);
    }

    private static double share(double returned, double bought) {
        return bought > 0 ? Math.min(1, returned / bought) : 0;
    }

    /** Reads every line once more, so only where it is asked for. */
    private static void countProducts(TransactionStore store, LocalDate until, Map<Feature, double[]> columns) {
        double[] products = columns.get(Feature.DISTINCT_PRODUCTS);
        if (products != null) {
            int[] next = {0};
            store.query(
                    "SELECT count(DISTINCT product_id) FROM line WHERE day <= DATE '" + until
                            + "' GROUP BY customer_id ORDER BY customer_id",
                    row -> products[next[0]++] = row.number(0));
        }
    }

    private static LocalDate lastDay(TransactionStore store) {
        List<LocalDate> days = new ArrayList<>();
        store.query(
                "SELECT max(last_day) FROM purchase",
                row -> Optional.ofNullable(row.day(0)).ifPresent(days::add));
        if (days.isEmpty()) {
            throw new UserFacingException(
                    "There is no purchase left to describe customers by. Switch cleaning rules off, or choose another file.");
        }
        return days.getFirst();
    }

    /** Text compares by code point in DuckDB, whatever the locale. */
    private static String perCustomer(LocalDate snapshot, LocalDate until) {
        return String.format(Locale.ROOT, """
                SELECT customer_id, date_diff('day', last_day, DATE '%1$s'), date_diff('day', first_day, DATE '%1$s'), orders,
                       CASE WHEN netted > 0 THEN greatest(amount - netted, 0) ELSE amount END, quantity,
                       amount, coalesce(returned, 0)
                FROM (SELECT customer_id, least(max(last_day), DATE '%2$s') AS last_day, min(first_day) AS first_day, count(*) AS orders,
                             sum(amount) AS amount, sum(quantity) AS quantity
                      FROM purchase WHERE first_day <= DATE '%2$s' GROUP BY customer_id)
                LEFT JOIN (SELECT customer_id, sum(netted) AS netted, sum(amount) AS returned
                           FROM refund WHERE first_day <= DATE '%2$s' GROUP BY customer_id) USING (customer_id)
                ORDER BY customer_id
                """, snapshot, until);
    }

    private static void set(Map<Feature, double[]> columns, Feature feature, int customer, double value) {
        double[] column = columns.get(feature);
        if (column != null) {
            column[customer] = value;
        }
    }
}
