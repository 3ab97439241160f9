package io.segmenta.engine.forecast.origin;

import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import io.segmenta.engine.forecast.model.PurchaseModel;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the purchase model missed in the same weeks one year earlier: purchases that came, over those it would have forecast then. The
 * forecasts of the next horizon are multiplied by it.
 *
 * @param factor 1 where the forecast is not adjusted
 * @param comparedOrigin the day a year before, from whose past alone the model forecast; absent where the forecast is not adjusted
 * @param explanation what was done or why not, in words
 */
public record SeasonFactor(double factor, @Nullable LocalDate comparedOrigin, String explanation) {
    /** 52 whole weeks, so that weekdays meet. */
    private static final int YEAR = 364;

    private static final double FEWEST_MONTHS = 13;
    private static final double DAYS_A_MONTH = 365.25 / 12;
    private static final int FEWEST_PURCHASES = 100;

    public boolean isAdjusted() {
        return comparedOrigin != null;
    }

    /**
     * @param origins of purchases that need not be known beyond {@code origin}
     * @param family of the purchase model whose forecasts are to be adjusted
     */
    public static SeasonFactor at(LocalDate origin, Origins origins, Family family) {
        double months = (ChronoUnit.DAYS.between(origins.firstDay(), origin) + 1) / DAYS_A_MONTH;
        if (months < FEWEST_MONTHS) {
            return unadjusted(String.format(
                    Locale.ROOT,
                    "Not adjusted for season: that takes 13 months of data, and there are %.1f. Before a strong season the"
                            + " forecast is too low, after it too high.",
                    months));
        }
        Origin yearAgo = origins.at(origin.minusDays(YEAR));
        int horizonDays = origins.horizonDays();
        double actual = 0;
        for (int count : yearAgo.population().purchasesWithin(horizonDays)) {
            actual += count;
        }
        PurchaseModel model = yearAgo.model(family);
        if (model == null || yearAgo.purchaseFit().estimate() == null || actual < FEWEST_PURCHASES) {
            return unadjusted(
                    "Not adjusted for season: too few customers bought before and in the same weeks a year earlier.");
        }
        double expected = yearAgo.summaries().stream()
                .mapToDouble(s -> model.expectedPurchases(s, horizonDays / 7.0))
                .sum();
        double factor = actual / expected;
        return new SeasonFactor(
                factor,
                yearAgo.population().origin(),
                String.format(
                        Locale.ROOT,
                        "Adjusted for season: in the same weeks a year earlier, customers bought %.2f times as often as the"
                                + " model forecast, so its forecast is multiplied by that.",
                        factor));
    }

    private static SeasonFactor unadjusted(String explanation) {
        return new SeasonFactor(1, null, explanation);
    }
}
