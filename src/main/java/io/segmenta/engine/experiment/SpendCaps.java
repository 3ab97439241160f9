package io.segmenta.engine.experiment;

import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Amounts above which what a customer spent counts as just that much (winsorizing), so that it is not a handful of bulk orders that decide
 * what a campaign did. The rule is fixed, and it never looks at who is in which group: the amount that 99 % of the customers of both groups
 * stay below, and 95 % of those who bought where hardly anybody does. So an effect on all of them lifts the cap with it.
 *
 * @param since of the days that count; infinite where nothing is capped
 * @param before of all that was spent earlier, likewise
 * @see <a href="https://doi.org/10.1214/aoms/1177704711">Tukey (1962), The Future of Data Analysis</a>
 */
public record SpendCaps(double since, double before) {
    /** Nothing is capped. */
    public static final SpendCaps NONE = new SpendCaps(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double OF_CUSTOMERS = 0.99;
    private static final double OF_BUYERS = 0.95;

    /** With fewer a 95 % quantile is but the largest of them. */
    private static final int FEWEST_BUYERS = 20;

    /**
     * Without a cap where fewer than 20 bought.
     *
     * @param since what each of both groups spent in the days that count
     * @param before what each had spent before them; may be empty
     */
    public static SpendCaps of(double[] since, double[] before) {
        return new SpendCaps(cap(since), cap(before));
    }

    double[] since(double[] spends) {
        return capped(spends, since);
    }

    double[] before(double[] spends) {
        return capped(spends, before);
    }

    /**
     * What was capped, and by which rule, for people.
     *
     * @param money writes an amount of 0 or more
     */
    public String words(DoubleFunction<String> money) {
        return Double.isInfinite(since)
                ? "Nothing is capped: too few bought to tell what is unusually much."
                : "Of what one customer spent " + money.apply(since)
                        + " count at most; hardly 1 in 100 of both groups spent more.";
    }

    private static double cap(double[] spends) {
        double[] sorted = spends.clone();
        Arrays.sort(sorted);
        double[] buyers = Arrays.stream(sorted).filter(spend -> spend > 0).toArray();
        if (buyers.length < FEWEST_BUYERS) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(Quantiles.of(sorted, OF_CUSTOMERS), Quantiles.of(buyers, OF_BUYERS));
    }

    private static double[] capped(double[] spends, double most) {
        return DoubleStream.of(spends).map(spend -> Math.min(spend, most)).toArray();
    }
}
