package io.segmenta.engine.heldout;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.history.Refund;
import io.segmenta.engine.numeric.Sampling;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Customers as they were known at the end of one day, and what they did in the days after it. A purchase is what the forecasts count as one:
 * a day with money, less what went back within the same days.
 *
 * @param origin the last day that was known
 * @param customers who had bought by then
 * @param features of those that are looked at: all, or a sample of many
 * @param spend of these in the days after the origin, in currency; 0 for who bought nothing
 */
record KnownThen(LocalDate origin, int customers, CustomerFeatures features, double[] spend) {
    /** Of more customers as many, drawn at random: shares are then known to half a percentage point. */
    static final int MOST = 50_000;

    /** Fewer say little of any segment. */
    private static final int FEWEST = 100;

    private static final String AFTER = """
            SELECT customer_id, first_day, CAST(sum(%1$s) AS DOUBLE)%5$s FROM %2$s
            WHERE %1$s > 0 AND customer_id IS NOT NULL AND first_day > DATE '%3$s' AND first_day <= DATE '%4$s' GROUP BY ALL
            """;

    /**
     * @param store with what the cleaning left in it
     * @param horizons how many lie between the origin and the end of the data
     * @param days of one horizon
     * @param wanted features that the transform asks for
     * @throws UserFacingException where less than one horizon is known at the origin, or too few customers
     */
    static KnownThen of(
            TransactionStore store, int horizons, int days, Collection<Feature> wanted, Seed seed, Progress progress) {
        List<LocalDate> ends = new ArrayList<>();
        store.query("SELECT min(first_day), max(first_day) FROM purchase", row -> {
            ends.add(Objects.requireNonNull(row.day(0)));
            ends.add(Objects.requireNonNull(row.day(1)));
        });
        LocalDate origin = ends.get(1).minusDays((long) horizons * days);
        if (origin.isBefore(ends.get(0).plusDays(days - 1L))) {
            throw new UserFacingException(String.format(
                    Locale.ENGLISH,
                    "That takes %,d days of history, %,d times %d; these data have %,d. Choose a shorter horizon, or add earlier data.",
                    (horizons + 1) * days,
                    horizons + 1,
                    days,
                    ChronoUnit.DAYS.between(ends.get(0), ends.get(1)) + 1));
        }
        CustomerFeatures all = FeatureExtractor.asOf(store, origin, wanted, progress);
        if (all.customers() < FEWEST) {
            throw new UserFacingException(String.format(
                    Locale.ENGLISH,
                    "Only %,d customers had bought by %s; less than %d say little. Choose a shorter horizon, or add earlier data.",
                    all.customers(),
                    origin,
                    FEWEST));
        }
        CustomerFeatures features = all.customers() <= MOST
                ? all
                : all.pick(Sampling.atMost(
                        MOST,
                        all.customers(),
                        seed.derive("customers of held-out time").random()));
        return new KnownThen(
                origin, all.customers(), features, spend(store, features.ids(), origin, origin.plusDays(days)));
    }

    private static double[] spend(TransactionStore store, List<String> ids, LocalDate origin, LocalDate end) {
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        List<PurchaseDay> purchases = new ArrayList<>();
        store.query(String.format(Locale.ROOT, AFTER, "amount", "purchase", origin, end, ""), row -> {
            String id = Objects.requireNonNull(row.text(0));
            if (places.containsKey(id)) {
                purchases.add(PurchaseDay.of(id, Objects.requireNonNull(row.day(1)), row.number(2)));
            }
        });
        double[] spend = new double[ids.size()];
        if (purchases.isEmpty()) {
            return spend;
        }
        List<Refund> refunds = new ArrayList<>();
        store.query(String.format(Locale.ROOT, AFTER, "netted", "refund", origin, end, ", bought"), row -> {
            String id = Objects.requireNonNull(row.text(0));
            LocalDate bought = row.day(3);
            if (places.containsKey(id) && (bought == null || bought.isAfter(origin))) {
                refunds.add(new Refund(id, Objects.requireNonNull(row.day(1)), row.number(2), bought));
            }
        });
        // Of those days alone: what is known at their end is all that was bought in them.
        Population bought = Purchases.of(purchases, refunds).asOf(end);
        for (int i = 0; i < bought.size(); i++) {
            List<PurchaseDay> days = bought.past(i);
            spend[Objects.requireNonNull(places.get(days.getFirst().customerId()))] =
                    days.stream().mapToDouble(PurchaseDay::spend).sum();
        }
        return spend;
    }
}
