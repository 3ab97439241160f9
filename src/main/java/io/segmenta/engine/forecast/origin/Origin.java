package io.segmenta.engine.forecast.origin;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** One day in the history with everything known at its end: the population, and the models fitted to its past alone. */
public final class Origin {
    private static final int YEAR = 364;

    private final Population population;
    private final List<PurchaseSummary> summaries;
    private final int historyDays;
    private final int horizonDays;
    private final BgNbdFit purchaseFit;
    private final ForecastProgress progress;
    private final Map<GammaGammaFit.Basis, GammaGammaFit> spendFits = new EnumMap<>(GammaGammaFit.Basis.class);

    private Origin(
            Population population,
            List<PurchaseSummary> summaries,
            int historyDays,
            int horizonDays,
            BgNbdFit purchaseFit,
            ForecastProgress progress) {
        this.population = population;
        this.summaries = summaries;
        this.historyDays = historyDays;
        this.horizonDays = horizonDays;
        this.purchaseFit = purchaseFit;
        this.progress = progress;
    }

    public static Origin of(Purchases purchases, LocalDate day, int horizonDays, ForecastProgress progress) {
        Population population = purchases.asOf(day);
        List<PurchaseSummary> summaries = population.summaries();
        return new Origin(
                population,
                summaries,
                (int) ChronoUnit.DAYS.between(purchases.firstDay(), day) + 1,
                horizonDays,
                BgNbdFit.of(summaries, progress),
                progress);
    }

    /** The same day and the same purchase model for all customers, of whom this origin knows a selection. */
    public Origin of(Purchases all) {
        progress.tick();
        Population everybody = all.asOf(population.origin());
        return new Origin(everybody, everybody.summaries(), historyDays, horizonDays, purchaseFit, progress);
    }

    public Population population() {
        return population;
    }

    public List<PurchaseSummary> summaries() {
        return summaries;
    }

    public int size() {
        return summaries.size();
    }

    /** From the first day of the data to the origin, both counted. */
    public int historyDays() {
        return historyDays;
    }

    public BgNbdFit purchaseFit() {
        return purchaseFit;
    }

    public GammaGammaFit spendFit(GammaGammaFit.Basis basis) {
        return spendFits.computeIfAbsent(
                basis, any -> GammaGammaFit.of(summaries, any, population.medianSpend(), progress));
    }

    /** Purchases of the next horizon by the purchase model; there must be one. */
    public double[] expectedPurchases() {
        return expectedPurchases(horizonDays);
    }

    /** The same for so many days. */
    public double[] expectedPurchases(int days) {
        BgNbd model = Objects.requireNonNull(purchaseFit.used());
        double[] expected = new double[size()];
        for (int i = 0; i < expected.length; i++) {
            progress.tick(i);
            expected[i] = model.expectedPurchases(summaries.get(i), days / 7.0);
        }
        return expected;
    }

    /** Spend of the next horizon by the purchase model and a spend model. */
    public double[] expectedSpend(GammaGammaFit spend) {
        return spendOf(expectedPurchases(), spend);
    }

    /**
     * What so many purchases cost by a spend model.
     *
     * @param purchases one number a customer, in order
     */
    public double[] spendOf(double[] purchases, GammaGammaFit spend) {
        double[] values = new double[purchases.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = purchases[i] * spend.expectedSpend(summaries.get(i));
        }
        return values;
    }

    public ForecastProgress progress() {
        return progress;
    }

    /** Days since the last purchase, that day counted. */
    public double[] recency() {
        return perCustomer(days -> ChronoUnit.DAYS.between(days.getLast().day(), population.origin()) + 1.0);
    }

    public double[] orders() {
        return perCustomer(days -> days.stream().mapToInt(PurchaseDay::orders).sum());
    }

    public double[] purchases() {
        return perCustomer(List::size);
    }

    public double[] spend() {
        return perCustomer(days -> days.stream().mapToDouble(PurchaseDay::spend).sum());
    }

    /** What each customer usually spends in one horizon, by the last year or as much of it as there is. */
    public double[] usualSpend() {
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
    public boolean[] inactive() {
        int[] purchases = population.purchasesWithin(horizonDays);
        boolean[] inactive = new boolean[purchases.length];
        for (int i = 0; i < inactive.length; i++) {
            inactive[i] = purchases[i] == 0;
        }
        return inactive;
    }
}
