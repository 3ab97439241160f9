package io.segmenta.value;

import io.segmenta.transactions.TransactionStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** All purchases of a dataset by customer and day, ids ascending. Several purchases of a customer on one day are one. */
public final class Purchases {
    /** Free lines are no purchase here; fsum is compensated. */
    private static final String BY_DAY = """
            SELECT customer_id, CAST(day AS DATE), fsum(quantity * unit_price),
                   count(DISTINCT invoice_id), count(DISTINCT product_id), sum(quantity)
            FROM line
            WHERE quantity > 0 AND unit_price > 0
            GROUP BY ALL
            """;

    private final List<String> ids;
    /** The purchases of customer i are the elements offsets[i] to offsets[i + 1], by day. */
    private final int[] offsets;

    private final List<PurchaseDay> days;
    private final LocalDate first;
    private final LocalDate last;

    private Purchases(List<String> ids, int[] offsets, List<PurchaseDay> days, LocalDate first, LocalDate last) {
        this.ids = ids;
        this.offsets = offsets;
        this.days = days;
        this.first = first;
        this.last = last;
    }

    /** In any order. */
    public static Purchases of(List<PurchaseDay> purchases) {
        if (purchases.isEmpty()) {
            throw new IllegalArgumentException("There is no purchase with a price.");
        }
        List<PurchaseDay> sorted = new ArrayList<>(purchases);
        sorted.sort(Comparator.comparing(PurchaseDay::customerId).thenComparing(PurchaseDay::day));
        List<PurchaseDay> days = new ArrayList<>(sorted.size());
        for (PurchaseDay next : sorted) {
            if (!days.isEmpty() && days.getLast().isSamePurchase(next)) {
                days.set(days.size() - 1, days.getLast().plus(next));
            } else {
                days.add(next);
            }
        }
        List<String> ids = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (int i = 0; i < days.size(); i++) {
            PurchaseDay day = days.get(i);
            if (ids.isEmpty() || !ids.getLast().equals(day.customerId())) {
                ids.add(day.customerId());
                starts.add(i);
            }
            first = day.day().isBefore(first) ? day.day() : first;
            last = day.day().isAfter(last) ? day.day() : last;
        }
        starts.add(days.size());
        int[] offsets = starts.stream().mapToInt(Integer::intValue).toArray();
        return new Purchases(List.copyOf(ids), offsets, List.copyOf(days), first, last);
    }

    /** From the cleaned lines of a dataset. */
    public static Purchases read(TransactionStore store) {
        List<PurchaseDay> days = new ArrayList<>();
        store.query(
                BY_DAY,
                row -> days.add(new PurchaseDay(
                        Objects.requireNonNull(row.text(0)),
                        Objects.requireNonNull(row.day(1)),
                        row.number(2),
                        Math.toIntExact(row.integer(3)),
                        Math.toIntExact(row.integer(4)),
                        row.number(5))));
        return of(days);
    }

    public LocalDate firstDay() {
        return first;
    }

    public LocalDate lastDay() {
        return last;
    }

    int customers() {
        return ids.size();
    }

    String id(int customer) {
        return ids.get(customer);
    }

    /** A customer's purchases by day. */
    List<PurchaseDay> of(int customer) {
        return days.subList(offsets[customer], offsets[customer + 1]);
    }

    /** Everybody with a purchase on or before {@code origin}, as known at the end of that day. */
    public Population asOf(LocalDate origin) {
        return Population.of(this, origin);
    }
}
