package io.segmenta.engine.budget;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws returns: the uplift of each segment from its triangle, independently, and its revenue by a bootstrap of its customers
 * (Efron 1979).
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979), Bootstrap Methods: Another Look at the Jackknife</a>
 */
final class RoiSimulation {
    static final int DRAWS = 2000;

    /** So many are drawn at most, and the deviation shrunk to that of a draw of the whole segment. */
    private static final int RESAMPLED = 2000;

    private RoiSimulation() {}

    /**
     * @param spends per response
     * @param customerValues per response what each of its customers, or of a sample of them, is expected to bring; empty keeps the revenue
     *     fixed
     */
    static RoiInterval run(Assumptions assumptions, double[] spends, List<double[]> customerValues, Seed seed) {
        double spend = Arrays.stream(spends).sum();
        double[] returns = new double[DRAWS];
        for (int i = 0; i < spends.length; i++) {
            Response response = assumptions.responses().get(i);
            double[] values = customerValues.get(i);
            double mean = Arrays.stream(values).average().orElse(0);
            int customers = Math.max(values.length, response.segment().customers());
            Random random =
                    seed.derive("return of " + response.segment().name()).random();
            double full =
                    assumptions.margin().value() * response.expectedRevenue().value() * response.reached(spends[i]);
            for (int draw = 0; draw < DRAWS; draw++) {
                double uplift = response.uplift().quantile(random.nextDouble());
                returns[draw] += full * uplift * resampled(values, mean, customers, random);
            }
        }
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

    /** The mean of a resample of as many customers as the segment has, over the mean of all. */
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
