package io.segmenta.engine.forecast.model;

/**
 * What a future purchase is worth today: weekly, at the end of each week, over a finite horizon. An endless sum has no value where
 * customers do not die and money keeps its worth.
 *
 * @param weeks the horizon, at least 1
 * @param annualRate for example 0.10
 * @param margin share of revenue that is earned; 1 where the result is revenue
 */
public record Discounting(int weeks, double annualRate, double margin) {
    /** Revenue of the next 52 weeks at 10 % a year. */
    public static final Discounting DEFAULT = new Discounting(52, 0.10, 1);

    public Discounting {
        if (weeks < 1 || !(annualRate > -1) || !(margin > 0) || !Double.isFinite(annualRate + margin)) {
            throw new IllegalArgumentException(
                    "Future money needs at least one week, a rate above -1 and a margin above 0, not " + weeks
                            + " weeks, " + annualRate + " and " + margin + ".");
        }
    }

    double factor(double week) {
        return Math.pow(1 + annualRate, -7 * week / 365.25);
    }
}
