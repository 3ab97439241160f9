package io.segmenta.engine.experiment;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * What a campaign changed, per treated customer, against the customers who were left alone.
 *
 * @param name of the segment, or of all together
 * @param treatedBuyers those of the treated who spent anything
 * @param controlBuyers likewise of the control group
 * @param treatedMean mean spend of a treated customer since the campaign began, those who bought nothing included
 * @param controlMean likewise of the control group
 * @param difference treated − control; over several segments weighted by their customers
 * @param low lower end of the 90 % interval of the difference; like all that follows not a number where there were too few buyers
 * @param high upper end
 * @param pValue probability of a difference this far from 0 if the campaign did nothing, two-sided
 * @param detectable the smallest true difference that such a test finds in 8 of 10 cases at the 5 % level
 */
public record MeasuredUplift(
        String name,
        int treated,
        int control,
        int treatedBuyers,
        int controlBuyers,
        double treatedMean,
        double controlMean,
        double difference,
        double low,
        double high,
        double pValue,
        double detectable) {
    /** Above it a difference counts as chance. */
    static final double SIGNIFICANT = 0.05;

    /** With fewer in a group Welch's test raises up to three times the false alarms it should; with these hardly any more. */
    static final int FEWEST_BUYERS = 3;

    /** Whether there were enough buyers to say anything. */
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

    /**
     * What it means, for people.
     *
     * @param money writes an amount of 0 or more
     */
    public String words(DoubleFunction<String> money) {
        if (!measurable()) {
            return String.format(
                    Locale.ROOT,
                    "Not measurable: too few. Of %,d customers who got the campaign %,d bought, of %,d who were left alone %,d; each group needs at least %d buyers.",
                    treated,
                    treatedBuyers,
                    control,
                    controlBuyers,
                    FEWEST_BUYERS);
        }
        String change = difference == 0
                ? "Customers who got the campaign spent as much as those who were left alone"
                : String.format(
                        Locale.ROOT,
                        "Customers who got the campaign spent %s each than those who were left alone",
                        directed(difference, money));
        return String.format(Locale.ROOT, "%s (between %s). %s", change, between(money), verdict(money));
    }

    /** The ends of the interval, for people: "1.20 and 7.00 more", "2.00 less and 7.00 more". */
    public String between(DoubleFunction<String> money) {
        if (low >= 0) {
            return money.apply(low) + " and " + directed(high, money);
        }
        return high <= 0
                ? money.apply(-high) + " and " + directed(low, money)
                : directed(low, money) + " and " + directed(high, money);
    }

    private String verdict(DoubleFunction<String> money) {
        if (significant()) {
            return String.format(
                    Locale.ROOT,
                    "Chance alone would rarely do that (p %s).",
                    pValue < 0.001 ? "below 0.001" : String.format(Locale.ROOT, "= %.3f", pValue));
        }
        return String.format(
                Locale.ROOT,
                "This may be chance (p = %s): with so many customers only a difference of about %s or more would show reliably.",
                String.format(Locale.ROOT, "%.2f", pValue),
                money.apply(detectable));
    }

    private static String directed(double amount, DoubleFunction<String> money) {
        return money.apply(Math.abs(amount)) + (amount < 0 ? " less" : " more");
    }
}
