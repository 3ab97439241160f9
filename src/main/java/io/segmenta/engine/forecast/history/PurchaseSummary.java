package io.segmenta.engine.forecast.history;

/**
 * What the purchase models know of one customer; a purchase is a purchase day, times are in weeks and not rounded.
 *
 * @param repeats x: purchases after the first, at least 0
 * @param lastWeeks t_x: from the first purchase to the last, 0 exactly where there is no repeat
 * @param ageWeeks T: from the first purchase to the end of observation, at least {@code lastWeeks}
 * @param logGaps Σ ln of the weeks between each purchase and the next: what is to be known of a rhythm; 0 where there is no repeat, and at
 *     most what equal gaps have
 * @param repeatSpend z̄: mean spend of the repeat purchases, 0 where there is none
 * @param meanSpend z̄ over all purchases, the first included
 */
public record PurchaseSummary(
        String customerId,
        int repeats,
        double lastWeeks,
        double ageWeeks,
        double logGaps,
        double repeatSpend,
        double meanSpend) {
    private static final double ROUNDING = 1e-9;

    public PurchaseSummary {
        boolean ordered = lastWeeks >= 0 && lastWeeks <= ageWeeks && ageWeeks < Double.POSITIVE_INFINITY;
        if (repeats < 0 || !ordered || (repeats == 0) != (lastWeeks == 0)) {
            throw new IllegalArgumentException("Customer " + customerId + " cannot have " + repeats
                    + " repeat purchases, the last " + lastWeeks + " weeks after the first, in " + ageWeeks
                    + " weeks: 0 ≤ last ≤ age, and 0 repeats exactly where the last purchase is the first.");
        }
        double most = repeats == 0 ? 0 : repeats * Math.log(lastWeeks / repeats);
        boolean possible = logGaps <= most + ROUNDING * Math.max(1, Math.abs(most)) && (repeats > 0 || logGaps == 0);
        if (!possible || Double.isInfinite(logGaps)) {
            throw new IllegalArgumentException("The logarithms of the " + repeats + " gaps of customer " + customerId
                    + ", together " + lastWeeks + " weeks, cannot sum to " + logGaps + ": at most to " + most + ".");
        }
        if (!Double.isFinite(repeatSpend) || !Double.isFinite(meanSpend)) {
            throw new IllegalArgumentException("The spend of customer " + customerId + " (" + repeatSpend + " and "
                    + meanSpend + " a purchase) must be finite.");
        }
    }

    /** Purchases, the first included. */
    public int purchases() {
        return repeats + 1;
    }
}
