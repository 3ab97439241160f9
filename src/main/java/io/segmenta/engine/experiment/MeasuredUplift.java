package io.segmenta.engine.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * What a campaign changed, per treated customer, against the customers who were left alone.
 *
 * @param name of the segment, or of all together
 * @param treated those who got the campaign
 * @param control those who were left alone
 * @param effect the main line: of capped spend, less what earlier spend explains; over several segments weighted by their customers
 * @param raw the difference of the two means as they are, nothing capped or explained
 * @param bought the difference in the share of customers who bought at all, −1 to 1
 */
public record MeasuredUplift(
        String name, Group treated, Group control, Estimate effect, Estimate raw, Estimate bought) {
    /**
     * @param buyers those who spent anything
     * @param mean spend of a customer, those who bought nothing included
     */
    public record Group(int customers, int buyers, double mean) {}

    /** To find what is smaller than this part of the detectable difference takes more than nine times the customers. */
    private static final double WITHIN_REACH = 1 / 3.0;

    public boolean measurable() {
        return effect.measurable();
    }

    /** Whether it is more than chance would do. */
    public boolean shown() {
        return effect.significant();
    }

    /** How many times the customers the plain difference would need to be as sure as the main line; not a number where neither is. */
    public double saved() {
        return raw.error() * raw.error() / (effect.error() * effect.error());
    }

    /** A difference of each as one over all treated customers; not a number for an effect that is not shown. */
    public double added(double each) {
        return shown() ? each * treated.customers : Double.NaN;
    }

    /**
     * The verdict and what it rests on, for people.
     *
     * @param money writes an amount of 0 or more
     */
    public String words(DoubleFunction<String> money) {
        if (!measurable()) {
            return String.format(
                    Locale.ROOT,
                    "Not measurable: too few. Of %,d customers who got the campaign %,d bought, of %,d who were left alone %,d; each group needs at least %d buyers.",
                    treated.customers,
                    treated.buyers,
                    control.customers,
                    control.buyers,
                    UpliftReport.FEWEST_BUYERS);
        }
        if (shown()) {
            return String.format(
                    Locale.ROOT,
                    "An effect is shown: customers who got the campaign spent %s each than those who were left alone (between %s, %s).",
                    directed(effect.difference(), money),
                    between(effect, money),
                    chance(effect));
        }
        return String.format(
                Locale.ROOT,
                "No effect shown; %s. Measured: %s (between %s, %s).",
                missing(money),
                effect.difference() == 0
                        ? "no difference"
                        : directed(effect.difference(), money) + " each than those who were left alone",
                between(effect, money),
                chance(effect));
    }

    /** How many would have been enough, or what would have been large enough. */
    private String missing(DoubleFunction<String> money) {
        double size = Math.abs(effect.difference());
        if (effect.error() == 0) {
            return "both groups spent the same";
        }
        if (size < WITHIN_REACH * effect.detectable()) {
            return String.format(
                    Locale.ROOT,
                    "with %,d left alone one of %s or more each would have shown",
                    control.customers,
                    money.apply(effect.detectable()));
        }
        double times = Math.pow(effect.detectable() / size, 2);
        return String.format(
                Locale.ROOT,
                "%,d left alone were too few: about %,d, of an audience of %,d, would tell %s apart",
                control.customers,
                about(times * control.customers),
                about(times * (control.customers + treated.customers)),
                money.apply(size));
    }

    /** Up to two digits, since it is no more exact. */
    private static long about(double count) {
        return new BigDecimal(count)
                .round(new MathContext(2, RoundingMode.CEILING))
                .longValue();
    }

    /** Who bought at all, in a sentence of its own. */
    public String boughtWords() {
        if (!bought.measurable()) {
            return "";
        }
        DoubleFunction<String> points = share -> String.format(Locale.ROOT, "%.1f", 100 * share);
        return String.format(
                Locale.ROOT,
                bought.significant()
                        ? "Of 100 customers %s bought than of those who were left alone (between %s, %s)."
                        : "No effect on who bought is shown: of 100 customers %s (between %s, %s).",
                directed(bought.difference(), points),
                between(bought, points),
                chance(bought));
    }

    /** The ends of an interval, for people: "1.20 and 7.00 more", "2.00 less and 7.00 more". */
    public static String between(Estimate estimate, DoubleFunction<String> money) {
        double low = estimate.low();
        double high = estimate.high();
        if (low >= 0) {
            return money.apply(low) + " and " + directed(high, money);
        }
        return high <= 0
                ? money.apply(-high) + " and " + directed(low, money)
                : directed(low, money) + " and " + directed(high, money);
    }

    private static String chance(Estimate estimate) {
        double p = estimate.pValue();
        return p < 0.001 ? "p below 0.001" : String.format(Locale.ROOT, p < 0.1 ? "p = %.3f" : "p = %.2f", p);
    }

    private static String directed(double amount, DoubleFunction<String> money) {
        return money.apply(Math.abs(amount)) + (amount < 0 ? " less" : " more");
    }
}
