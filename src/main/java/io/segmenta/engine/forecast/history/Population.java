package io.segmenta.engine.forecast.history;

import io.segmenta.engine.numeric.Quantiles;
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
    private final List<CustomerHistory> histories;

    private Population(LocalDate origin, List<List<PurchaseDay>> past, List<CustomerHistory> histories) {
        this.origin = origin;
        this.past = past;
        this.histories = histories;
    }

    static Population of(List<CustomerHistory> all, LocalDate origin) {
        List<List<PurchaseDay>> past = new ArrayList<>();
        List<CustomerHistory> histories = new ArrayList<>();
        for (CustomerHistory history : all) {
            List<PurchaseDay> known = history.between(LocalDate.MIN, origin);
            if (!known.isEmpty()) {
                past.add(known);
                histories.add(history);
            }
        }
        return new Population(origin, past, histories);
    }

    public LocalDate origin() {
        return origin;
    }

    public int size() {
        return past.size();
    }

    /** The purchases known at the origin, by day; at least one. */
    public List<PurchaseDay> past(int customer) {
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
        double logGaps = 0;
        LocalDate before = first.day();
        for (PurchaseDay day : days.subList(1, days.size())) {
            repeatSpend += day.spend();
            logGaps += Math.log(weeks(before, day.day()));
            before = day.day();
        }
        return new PurchaseSummary(
                first.customerId(),
                repeats,
                weeks(first.day(), days.getLast().day()),
                weeks(first.day(), origin),
                logGaps,
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
        return Quantiles.median(spends);
    }

    /** Purchases from the day after the origin, over so many days, one number a customer. */
    public int[] purchasesWithin(int days) {
        return future(days).stream().mapToInt(List::size).toArray();
    }

    /** Spend over the same days. */
    public double[] spendWithin(int days) {
        return future(days).stream()
                .mapToDouble(f -> f.stream().mapToDouble(PurchaseDay::spend).sum())
                .toArray();
    }

    private List<List<PurchaseDay>> future(int days) {
        return histories.stream()
                .map(history -> history.between(origin, origin.plusDays(days)))
                .toList();
    }
}
