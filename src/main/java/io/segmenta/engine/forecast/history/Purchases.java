package io.segmenta.engine.forecast.history;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * All purchases of a dataset by customer and day, ids ascending, and the refunds that are to be taken off. Several purchases of a customer
 * on one day are one.
 */
public final class Purchases {
    /** An invoice of free lines alone is no purchase here. */
    private static final String BY_DAY = """
            SELECT customer_id, first_day, CAST(sum(amount) AS DOUBLE), count(*), CAST(sum(lines) AS BIGINT),
                   CAST(sum(quantity) AS DOUBLE)
            FROM purchase WHERE amount > 0 GROUP BY ALL
            """;

    private static final String REFUNDS = """
            SELECT customer_id, first_day, CAST(sum(netted) AS DOUBLE), bought
            FROM refund WHERE netted > 0 AND customer_id IS NOT NULL GROUP BY ALL
            """;

    private final List<CustomerHistory> histories;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    private Purchases(List<CustomerHistory> histories, LocalDate firstDay, LocalDate lastDay) {
        this.histories = histories;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * In any order, nothing given back.
     *
     * @throws UserFacingException where there is no purchase
     */
    public static Purchases of(List<PurchaseDay> purchases) {
        return of(purchases, List.of());
    }

    /**
     * In any order.
     *
     * @throws UserFacingException where there is no purchase
     */
    public static Purchases of(List<PurchaseDay> purchases, List<Refund> refunds) {
        if (purchases.isEmpty()) {
            throw new UserFacingException(
                    "Nothing was sold at a price, so there is nothing to forecast. Check the columns"
                            + " of quantity and unit price.");
        }
        Map<String, List<PurchaseDay>> bought = new HashMap<>();
        LocalDate firstDay = LocalDate.MAX;
        LocalDate lastDay = LocalDate.MIN;
        for (PurchaseDay next : purchases) {
            bought.computeIfAbsent(next.customerId(), id -> new ArrayList<>()).add(next);
            firstDay = next.day().isBefore(firstDay) ? next.day() : firstDay;
            lastDay = next.day().isAfter(lastDay) ? next.day() : lastDay;
        }
        Map<String, List<Refund>> returned = refunds.stream().collect(Collectors.groupingBy(Refund::customerId));
        List<CustomerHistory> histories = bought.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new CustomerHistory(
                        merged(entry.getValue()),
                        returned.getOrDefault(entry.getKey(), List.of()).stream()
                                .sorted(Comparator.comparing(Refund::day))
                                .toList()))
                .toList();
        return new Purchases(histories, firstDay, lastDay);
    }

    /** By day, those of one day as one. */
    private static List<PurchaseDay> merged(List<PurchaseDay> purchases) {
        List<PurchaseDay> days = new ArrayList<>(purchases.size());
        purchases.sort(Comparator.comparing(PurchaseDay::day));
        for (PurchaseDay next : purchases) {
            if (!days.isEmpty() && days.getLast().isSamePurchase(next)) {
                days.set(days.size() - 1, days.getLast().plus(next));
            } else {
                days.add(next);
            }
        }
        return List.copyOf(days);
    }

    /** As many customers, drawn at random with equal chances; all where there are no more. The days of the data stay. */
    public Purchases sample(int customers, Seed seed) {
        if (histories.size() <= customers) {
            return this;
        }
        // Selection sampling (Knuth 1997, algorithm 3.4.2S).
        Random random = seed.random();
        List<CustomerHistory> drawn = new ArrayList<>(customers);
        for (int i = 0; drawn.size() < customers; i++) {
            if (random.nextInt(histories.size() - i) < customers - drawn.size()) {
                drawn.add(histories.get(i));
            }
        }
        return new Purchases(drawn, firstDay, lastDay);
    }

    /**
     * From what the cleaning left in the store: its tables {@code purchase} and {@code refund}.
     *
     * @throws UserFacingException where nothing was sold at a price
     */
    public static Purchases read(TransactionStore store, ForecastProgress progress) {
        List<PurchaseDay> purchases = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        store.query(BY_DAY, row -> {
            progress.tick(purchases.size());
            String id = Objects.requireNonNull(row.text(0));
            purchases.add(new PurchaseDay(
                    // one text a customer, not one a purchase
                    ids.computeIfAbsent(id, same -> same),
                    Objects.requireNonNull(row.day(1)),
                    row.number(2),
                    Math.toIntExact(row.integer(3)),
                    Math.toIntExact(row.integer(4)),
                    row.number(5)));
        });
        List<Refund> refunds = new ArrayList<>();
        store.query(
                REFUNDS,
                row -> refunds.add(new Refund(
                        Objects.requireNonNull(row.text(0)),
                        Objects.requireNonNull(row.day(1)),
                        row.number(2),
                        row.day(3))));
        return of(purchases, refunds);
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate lastDay() {
        return lastDay;
    }

    public List<CustomerHistory> histories() {
        return histories;
    }

    /** Everybody with a purchase on or before {@code origin}, as known at the end of that day. */
    public Population asOf(LocalDate origin) {
        return Population.of(histories, origin);
    }
}
