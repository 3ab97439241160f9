package io.segmenta.engine.budget;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Draws returns: the uplift of each segment from its triangle, and its revenue from around what is expected, as far off as such forecasts were
 * before. The uplifts of the segments go together (a Gaussian copula), because they are one guess, and so, less, do their revenues; see
 * {@code src/docs/decisions/one-roi.md}.
 *
 * @see <a href="https://doi.org/10.1287/mnsc.45.2.208">Clemen and Reilly (1999), Correlations and Copulas for Decision and Risk Analysis</a>
 */
final class RoiSimulation {
    static final int DRAWS = 2000;

    /** Correlation of the doubts about any two segments' uplifts. */
    static final double SHARED_DOUBT = 0.8;

    /** Of the errors of any two segments' revenues: 0.03 of a variance of 0.03 + 0.04, {@code src/docs/decisions/intervals-of-sums.md}. */
    private static final double SHARED_ERROR = 0.43;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private RoiSimulation() {}

    static RoiInterval run(Assumptions assumptions, double[] spends, Seed seed) {
        double spend = Arrays.stream(spends).sum();
        double[] returns = addedMargins(assumptions, spends, seed);
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
     * @return one sum a draw
     */
    static double[] addedMargins(Assumptions assumptions, double[] spends, Seed seed) {
        double[] added = new double[DRAWS];
        double[] guess = normals(seed.derive("uplift of all segments"));
        double[] error = normals(seed.derive("revenue of all segments"));
        for (int i = 0; i < spends.length; i++) {
            Response response = assumptions.responses().get(i);
            Double doubt = response.expectedRevenue().doubt();
            // By the name it has of itself: what a person calls it changes no figure.
            String name = response.segment().titled(null).name();
            Random random = seed.derive("return of " + name).random();
            double full = response.marginAtFullUplift(assumptions.margin().value(), spends[i]);
            for (int draw = 0; draw < DRAWS; draw++) {
                double uplift = response.uplift()
                        .quantile(NORMAL.cumulativeProbability(together(guess[draw], SHARED_DOUBT, random)));
                double off = doubt == null ? 0 : doubt * together(error[draw], SHARED_ERROR, random);
                added[draw] += full * uplift * Math.exp(off);
            }
        }
        return added;
    }

    private static double[] normals(Seed seed) {
        Random random = seed.random();
        return DoubleStream.generate(random::nextGaussian).limit(DRAWS).toArray();
    }

    /** Standard normal, as the draw of a segment alone would be. */
    private static double together(double shared, double correlation, Random random) {
        return Math.sqrt(correlation) * shared + Math.sqrt(1 - correlation) * random.nextGaussian();
    }
}
