package io.segmenta.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Everybody who had bought by the end of one day, ids ascending. What came later is only reachable as an outcome, so no feature can know
 * the future.
 */
public final class Population {
    private final LocalDate origin;
    private final List<List<PurchaseDay>> past;
    private final List<List<PurchaseDay>> future;

    private Population(LocalDate origin, List<List<PurchaseDay>> past, List<List<PurchaseDay>> future) {
        this.origin = origin;
        this.past = past;
        this.future = future;
    }

    static Population of(Purchases purchases, LocalDate origin) {
        List<List<PurchaseDay>> past = new ArrayList<>();
        List<List<PurchaseDay>> future = new ArrayList<>();
        for (int i = 0; i < purchases.customers(); i++) {
            List<PurchaseDay> days = purchases.of(i);
            int known = 0;
            while (known < days.size() && !days.get(known).day().isAfter(origin)) {
                known++;
            }
            if (known > 0) {
                past.add(days.subList(0, known));
                future.add(days.subList(known, days.size()));
            }
        }
        return new Population(origin, past, future);
    }

    public LocalDate origin() {
        return origin;
    }

    public int size() {
        return past.size();
    }

    public String id(int customer) {
        return past.get(customer).getFirst().customerId();
    }

    /** The purchases known at the origin, by day; at least one. */
    List<PurchaseDay> past(int customer) {
        return past.get(customer);
    }

    /** One per customer, in order. */
    public List<PurchaseSummary> summaries() {
        List<PurchaseSummary> summaries = new ArrayList<>(size());
        for (List<PurchaseDay> days : past) {
            summaries.add(summary(days));
        }
        return summaries;
    }

    private PurchaseSummary summary(List<PurchaseDay> days) {
        PurchaseDay first = days.getFirst();
        int repeats = days.size() - 1;
        double repeatSpend = 0;
        for (PurchaseDay day : days.subList(1, days.size())) {
            repeatSpend += day.spend();
        }
        return new PurchaseSummary(
                first.customerId(),
                repeats,
                weeks(first.day(), days.getLast().day()),
                weeks(first.day(), origin),
                repeats == 0 ? 0 : repeatSpend / repeats,
                (first.spend() + repeatSpend) / days.size());
    }

    private static double weeks(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / 7.0;
    }

    /** The median spend of a purchase up to the origin. */
    public double medianSpend() {
        double[] spends = past.stream()
                .flatMap(List::stream)
                .mapToDouble(PurchaseDay::spend)
                .sorted()
                .toArray();
        return (spends[(spends.length - 1) / 2] + spends[spends.length / 2]) / 2;
    }

    /** Purchases from the day after the origin, over so many days, one number a customer. */
    int[] purchasesWithin(int days) {
        LocalDate until = origin.plusDays(days);
        return future.stream()
                .mapToInt(f ->
                        (int) f.stream().filter(d -> !d.day().isAfter(until)).count())
                .toArray();
    }

    /** Spend over the same days. */
    double[] spendWithin(int days) {
        LocalDate until = origin.plusDays(days);
        return future.stream()
                .mapToDouble(f -> f.stream()
                        .filter(d -> !d.day().isAfter(until))
                        .mapToDouble(PurchaseDay::spend)
                        .sum())
                .toArray();
    }
}
