package io.segmenta.engine.budget;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Water-filling: money goes to the highest marginal return until all that get some are at one level λ, where
 * b = κ (ln slope − ln λ) and the slope is the marginal return of the first unit. Logarithms, because e^(−b/κ) underflows for
 * budgets far beyond saturation. The margin is common to all and drops out.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511804441">Boyd and Vandenberghe (2004), Convex Optimization, example 5.2</a>
 */
final class WaterLevel {
    private WaterLevel() {}

    static double logSlope(Response response) {
        return Math.log(response.expectedRevenue().value() * response.uplift().likely() / response.saturation());
    }

    static double amount(Response response, double logLevel) {
        return Math.max(0, response.saturation() * (logSlope(response) - logLevel));
    }

    /**
     * The best split of a budget: with the n best slopes in, ln λ = (Σ κ ln slope − budget) / Σ κ; n is right when the next slope is
     * no higher than λ.
     *
     * @return per response; in proportion to κ where no response has any effect
     */
    static double[] fill(List<Response> responses, double budget) {
        double[] slopes = responses.stream().mapToDouble(WaterLevel::logSlope).toArray();
        int[] bySlope = IntStream.of(RankStatistics.argsort(
                        Arrays.stream(slopes).map(slope -> -slope).toArray()))
                .filter(i -> Double.isFinite(slopes[i]))
                .toArray();
        double[] amounts = new double[slopes.length];
        if (bySlope.length == 0) {
            double all = responses.stream().mapToDouble(Response::saturation).sum();
            Arrays.setAll(amounts, i -> budget * responses.get(i).saturation() / all);
            return amounts;
        }
        double saturation = 0;
        double weighted = 0;
        double logLevel = 0;
        for (int n = 0; n < bySlope.length && (n == 0 || slopes[bySlope[n]] > logLevel); n++) {
            double kappa = responses.get(bySlope[n]).saturation();
            saturation += kappa;
            weighted += kappa * slopes[bySlope[n]];
            logLevel = (weighted - budget) / saturation;
        }
        for (int i : bySlope) {
            amounts[i] = amount(responses.get(i), logLevel);
        }
        return amounts;
    }
}
