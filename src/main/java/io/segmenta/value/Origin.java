package io.segmenta.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    private final double[][] features;

    private Origin(
            Population population,
            List<PurchaseSummary> summaries,
            int historyDays,
            int horizonDays,
            BgNbdFit purchaseFit,
            double[][] features) {
        this.population = population;
        this.summaries = summaries;
        this.historyDays = historyDays;
        this.horizonDays = horizonDays;
        this.purchaseFit = purchaseFit;
        this.features = features;
    }

    static Origin of(Purchases purchases, LocalDate day, int horizonDays) {
        Population population = purchases.asOf(day);
        List<PurchaseSummary> summaries = population.summaries();
        return new Origin(
                population,
                summaries,
                (int) ChronoUnit.DAYS.between(purchases.firstDay(), day) + 1,
                horizonDays,
                BgNbdFit.of(summaries),
                ChurnFeatures.of(population, horizonDays));
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
        return GammaGammaFit.of(summaries, basis, population.medianSpend());
    }

    /** Purchases of the next horizon by the purchase model; there must be one. */
    double[] expectedPurchases() {
        BgNbd model = Objects.requireNonNull(purchaseFit.used());
        return summaries.stream()
                .mapToDouble(s -> model.expectedPurchases(s, horizonDays / 7.0))
                .toArray();
    }

    /** Spend of the next horizon by the purchase model and a spend model. */
    double[] expectedSpend(GammaGammaFit spend) {
        double[] values = expectedPurchases();
        for (int i = 0; i < values.length; i++) {
            values[i] *= spend.expectedSpend(summaries.get(i));
        }
        return values;
    }

    double[][] features() {
        return features;
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
