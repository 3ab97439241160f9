package io.segmenta.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** One day in the history with everything known at its end: the population, and the models fitted to its past alone. */
final class Origin {
    private static final int YEAR = 364;

    private final Population population;
    private final List<PurchaseSummary> summaries;
    private final int historyDays;
    private final int horizonDays;
    private final BgNbdFit purchaseFit;
    private final Steps steps;

    private Origin(
            Population population,
            List<PurchaseSummary> summaries,
            int historyDays,
            int horizonDays,
            BgNbdFit purchaseFit,
            Steps steps) {
        this.population = population;
        this.summaries = summaries;
        this.historyDays = historyDays;
        this.horizonDays = horizonDays;
        this.purchaseFit = purchaseFit;
        this.steps = steps;
    }

    static Origin of(Purchases purchases, LocalDate day, int horizonDays, Steps steps) {
        Population population = purchases.asOf(day);
        List<PurchaseSummary> summaries = population.summaries();
        return new Origin(
                population,
                summaries,
                (int) ChronoUnit.DAYS.between(purchases.firstDay(), day) + 1,
                horizonDays,
                BgNbdFit.of(summaries, steps),
                steps);
    }

    /** The same day and the same purchase model for all customers, of whom this origin knows a selection. */
    Origin of(Purchases all) {
        steps.tick();
        Population everybody = all.asOf(population.origin());
        return new Origin(everybody, everybody.summaries(), historyDays, horizonDays, purchaseFit, steps);
    }

    Population population() {
        return population;
    }

    List<PurchaseSummary> summaries() {
        return summaries;
    }

    int size() {
        return summaries.size();
    }

    /** From the first day of the data to the origin, both counted. */
    int historyDays() {
        return historyDays;
    }

    BgNbdFit purchaseFit() {
        return purchaseFit;
    }

    GammaGammaFit spendFit(GammaGammaFit.Basis basis) {
        return GammaGammaFit.of(summaries, basis, population.medianSpend(), steps);
    }

    /** Purchases of the next horizon by the purchase model; there must be one. */
    double[] expectedPurchases() {
        BgNbd model = Objects.requireNonNull(purchaseFit.used());
        double[] expected = new double[size()];
        for (int i = 0; i < expected.length; i++) {
            steps.tick(i);
            expected[i] = model.expectedPurchases(summaries.get(i), horizonDays / 7.0);
        }
        return expected;
    }

    /** Spend of the next horizon by the purchase model and a spend model. */
    double[] expectedSpend(GammaGammaFit spend) {
        double[] values = expectedPurchases();
        for (int i = 0; i < values.length; i++) {
            values[i] *= spend.expectedSpend(summaries.get(i));
        }
        return values;
    }

    /** What the supervised models know of each customer, made anew by each call. */
    double[][] features() {
        double[][] rows = new double[size()][];
        Arrays.setAll(rows, this::features);
        return rows;
    }

    double[] features(int customer) {
        return ChurnFeatures.of(population.past(customer), population.origin(), horizonDays);
    }

    Steps steps() {
        return steps;
    }

    /** Days since the last purchase, that day counted. */
    double[] recency() {
        return perCustomer(days -> ChronoUnit.DAYS.between(days.getLast().day(), population.origin()) + 1.0);
    }

    double[] orders() {
        return perCustomer(days -> days.stream().mapToInt(PurchaseDay::orders).sum());
    }

    double[] purchases() {
        return perCustomer(List::size);
    }

    double[] spend() {
        return perCustomer(days -> days.stream().mapToDouble(PurchaseDay::spend).sum());
    }

    /** What each customer usually spends in one horizon, by the last year or as much of it as there is. */
    double[] usualSpend() {
        int days = Math.min(YEAR, historyDays);
        LocalDate from = population.origin().minusDays(days);
        return perCustomer(past -> past.stream()
                        .filter(p -> p.day().isAfter(from))
                        .mapToDouble(PurchaseDay::spend)
                        .sum()
                * horizonDays
                / days);
    }

    private double[] perCustomer(ToDoubleFunction<List<PurchaseDay>> number) {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = number.applyAsDouble(population.past(i));
        }
        return values;
    }

    /** Who buys nothing in the horizon; known only where it lies within the data. */
    boolean[] inactive() {
        int[] purchases = population.purchasesWithin(horizonDays);
        boolean[] inactive = new boolean[purchases.length];
        for (int i = 0; i < inactive.length; i++) {
            inactive[i] = purchases[i] == 0;
        }
        return inactive;
    }
}
