package io.segmenta.budget;

import java.util.Locale;

/**
 * What a campaign changed, per treated customer, against the customers who were left alone.
 *
 * @param name of the segment, or of all together
 * @param treatedMean mean spend of a treated customer since the campaign began, those who bought nothing included
 * @param controlMean likewise of the control group
 * @param difference treated − control; over several segments weighted by their customers
 * @param low lower end of the 90 % interval of the difference
 * @param high upper end
 * @param pValue probability of a difference this far from 0 if the campaign did nothing, two-sided
 * @param detectable the smallest true difference that such a test finds in 8 of 10 cases at the 5 % level
 */
public record MeasuredUplift(
        String name,
        int treated,
        int control,
        double treatedMean,
        double controlMean,
        double difference,
        double low,
        double high,
        double pValue,
        double detectable) {
    /** Above it a difference counts as chance. */
    static final double SIGNIFICANT = 0.05;

    /** Whether there were enough customers to say anything. */
    public boolean measurable() {
        return Double.isFinite(pValue);
    }

    public boolean significant() {
        return pValue < SIGNIFICANT;
    }

    /** The spend that the campaign added, over all treated customers. */
    public double added() {
        return difference * treated;
    }

    /** What it means, for people. */
    public String words() {
        if (!measurable()) {
            return "%s: %d treated and %d control customers are too few to measure an effect. Both groups need at least 2."
                    .formatted(name, treated, control);
        }
        String change = difference == 0
                ? "treated customers spent as much as the control group"
                : "treated customers spent %s %s each than the control group"
                        .formatted(money(Math.abs(difference)), difference > 0 ? "more" : "less");
        String interval = "(90 %% interval %s to %s)".formatted(money(low), money(high));
        String verdict = significant()
                ? "This is unlikely to be chance (p %s)."
                        .formatted(pValue < 0.001 ? "below 0.001" : number("= %.3f", pValue))
                : "This may be chance (p = %s): with %d treated and %d control customers, only a difference of about %s or more would show reliably."
                        .formatted(number("%.2f", pValue), treated, control, money(detectable));
        return "%s: %s %s. %s".formatted(name, change, interval, verdict);
    }

    private static String money(double amount) {
        return number("%,.2f", amount);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
