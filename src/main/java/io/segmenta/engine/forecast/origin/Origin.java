package io.segmenta.engine.forecast.origin;

import io.segmenta.engine.forecast.history.ForecastProgress;
import io.segmenta.engine.forecast.history.Population;
import io.segmenta.engine.forecast.history.PurchaseDay;
import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.history.Purchases;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.model.PurchaseModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** One day in the history with everything known at its end: the population, and the models fitted to its past alone. */
public final class Origin {
    private static final int YEAR = 364;

    private final Population population;
    private final List<PurchaseSummary> summaries;
    /** The customers that the models learn from. */
    private final List<PurchaseSummary> studied;

    private final int historyDays;
    private final int horizonDays;
    private final BgNbdFit purchaseFit;
    /** What was learned of other families, shared with the same day of all customers. */
    private final Map<Family, PurchaseFit> fits;

    private final ForecastProgress progress;
    private final Map<GammaGammaFit.Basis, GammaGammaFit> spendFits = new EnumMap<>(GammaGammaFit.Basis.class);

    private Origin(
            Population population,
            List<PurchaseSummary> summaries,
            List<PurchaseSummary> studied,
            int historyDays,
            int horizonDays,
            BgNbdFit purchaseFit,
            Map<Family, PurchaseFit> fits,
            ForecastProgress progress) {
        this.population = population;
        this.summaries = summaries;
        this.studied = studied;
        this.historyDays = historyDays;
        this.horizonDays = horizonDays;
        this.purchaseFit = purchaseFit;
        this.fits = fits;
        this.progress = progress;
    }

    public static Origin of(Purchases purchases, LocalDate day, int horizonDays, ForecastProgress progress) {
        Population population = purchases.asOf(day);
        List<PurchaseSummary> summaries = population.summaries();
        return new Origin(
                population,
                summaries,
                summaries,
                (int) ChronoUnit.DAYS.between(purchases.firstDay(), day) + 1,
                horizonDays,
                BgNbdFit.of(summaries, progress),
                new EnumMap<>(Family.class),
                progress);
    }

    /** The same day and the same purchase models for all customers, of whom this origin knows a selection. */
    public Origin of(Purchases all) {
        progress.tick();
        Population everybody = all.asOf(population.origin());
        return new Origin(
                everybody, everybody.summaries(), studied, historyDays, horizonDays, purchaseFit, fits, progress);
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
                basis, any -> GammaGammaFit.of(studied, any, population.medianSpend(), progress));
    }

    /**
     * What the purchases of a family look like; BG/NBD without dropout where the data show none. Where too few bought for a fit, or its
     * search did not settle, it is that of BG/NBD.
     *
     * @return null where nobody bought twice
     */
    public @Nullable PurchaseModel model(Family family) {
        PurchaseFit fit = fit(family);
        return fit == null ? purchaseFit.used() : fit.model();
    }

    /** Null for BG/NBD and where that stands in for it. */
    public @Nullable PurchaseFit fit(Family family) {
        if (family == Family.BG_NBD || purchaseFit.estimate() == null) {
            return null;
        }
        PurchaseFit known = fits.get(family);
        if (known == null) {
            // the search for a rhythm begins with the model that has none
            PurchaseFit plain = family == Family.MBG_CNBD_K ? fit(Family.MBG_NBD) : null;
            known = plain == null ? PurchaseFit.of(family, studied, progress) : plain.withRhythm(studied, progress);
            fits.put(family, known);
        }
        return known.converged() ? known : null;
    }

    /** Purchases of each customer in so many days; somebody must have bought twice. */
    public double[] expectedPurchases(Family family, int days) {
        PurchaseModel model = Objects.requireNonNull(model(family));
        double[] expected = new double[size()];
        for (int i = 0; i < expected.length; i++) {
            progress.tick(i);
            expected[i] = model.expectedPurchases(summaries.get(i), days / 7.0);
        }
        return expected;
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
