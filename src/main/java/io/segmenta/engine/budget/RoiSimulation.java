package io.segmenta.engine.budget;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Draws returns: the uplift of each segment from its triangle, and its revenue by a bootstrap of its customers (Efron 1979). The uplifts of
 * the segments go together (a Gaussian copula), because they are one guess; see {@code src/docs/decisions/one-roi.md}.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979), Bootstrap Methods: Another Look at the Jackknife</a>
 * @see <a href="https://doi.org/10.1287/mnsc.45.2.208">Clemen and Reilly (1999), Correlations and Copulas for Decision and Risk Analysis</a>
 */
final class RoiSimulation {
    static final int DRAWS = 2000;

    /** Correlation of the doubts about any two segments' uplifts. */
    static final double SHARED_DOUBT = 0.8;

    /** So many are drawn at most, and the deviation shrunk to that of a draw of the whole segment. */
    private static final int RESAMPLED = 2000;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private RoiSimulation() {}

    static RoiInterval run(Assumptions assumptions, double[] spends, List<double[]> customerValues, Seed seed) {
        double spend = Arrays.stream(spends).sum();
        double[] returns = addedMargins(assumptions, spends, customerValues, seed);
        Arrays.setAll(returns, draw -> spend == 0 ? 0 : (returns[draw] - spend) / spend);
        Arrays.sort(returns);
        long positive = Arrays.stream(returns).filter(r -> r > 0).count();
        return new RoiInterval(
                Quantiles.of(returns, 0.1),
                Quantiles.of(returns, 0.5),
                Quantiles.of(returns, 0.9),
                (double) positive / DRAWS,
                DRAWS);
    }

    /**
     * The same numbers are drawn for any split of the same segments, so that two splits can be compared draw by draw.
     *
     * @param spends per response
     * @param customerValues per response what each of its customers, or of a sample of them, is expected to bring; empty keeps the revenue
     *     fixed
     * @return one sum a draw
     */
    static double[] addedMargins(Assumptions assumptions, double[] spends, List<double[]> customerValues, Seed seed) {
        double[] added = new double[DRAWS];
        Random common = seed.derive("uplift of all segments").random();
        double[] shared =
                DoubleStream.generate(common::nextGaussian).limit(DRAWS).toArray();
        for (int i = 0; i < spends.length; i++) {
            Response response = assumptions.responses().get(i);
            double[] values = customerValues.get(i);
            double mean = Arrays.stream(values).average().orElse(0);
            int customers = Math.max(values.length, response.segment().customers());
            // By the name it has of itself: what a person calls it changes no figure.
            String name = response.segment().titled(null).name();
            Random random = seed.derive("return of " + name).random();
            double full = response.marginAtFullUplift(assumptions.margin().value(), spends[i]);
            for (int draw = 0; draw < DRAWS; draw++) {
                double uplift = response.uplift().quantile(together(shared[draw], random));
                added[draw] += full * uplift * resampled(values, mean, customers, random);
            }
        }
        return added;
    }

    /** Even between 0 and 1, as the draw of a segment alone would be. */
    private static double together(double shared, Random random) {
        return NORMAL.cumulativeProbability(
                Math.sqrt(SHARED_DOUBT) * shared + Math.sqrt(1 - SHARED_DOUBT) * random.nextGaussian());
    }

    /**
     * How far the revenue may be from what is expected, as a factor; a predictive interval of a segment's revenue would take its place.
     *
     * @return the mean of a resample of as many customers as the segment has, over the mean of all
     */
    private static double resampled(double[] values, double mean, int customers, Random random) {
        if (mean == 0) {
            return 1;
        }
        int drawn = Math.min(values.length, RESAMPLED);
        double sum = 0;
        for (int i = 0; i < drawn; i++) {
            sum += values[random.nextInt(values.length)];
        }
        double ratio = sum / drawn / mean;
        return Math.max(0, 1 + (ratio - 1) * Math.sqrt((double) drawn / customers));
    }
}
