package io.segmenta.engine.budget;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;

/**
 * By how much one scenario's profit, its added margin less its spend, exceeds another's. Both are simulated with common random numbers, so that
 * what moves both alike does not blur the difference; at the same budget it is the difference in added margin.
 *
 * @param expected at the likely uplifts, in money
 * @param low 5 % of the draws are lower
 * @param high 5 % of the draws are higher
 * @param budget the larger of the two
 */
public record ProfitDifference(double expected, double low, double high, double budget) {
    /** Of the budget: less would not change a return that is written in whole percent. */
    private static final double MEANINGFUL = 0.01;

    /** @param seed as that of the two scenarios */
    public static ProfitDifference of(RoiScenario base, RoiScenario other, Seed seed) {
        double[] differences = profits(other, seed);
        double[] profits = profits(base, seed);
        Arrays.setAll(differences, draw -> differences[draw] - profits[draw]);
        Arrays.sort(differences);
        double baseSpend = base.plan().total().amount();
        double otherSpend = other.plan().total().amount();
        return new ProfitDifference(
                other.addedMargin() - otherSpend - (base.addedMargin() - baseSpend),
                Quantiles.of(differences, 0.05),
                Quantiles.of(differences, 0.95),
                Math.max(baseSpend, otherSpend));
    }

    private static double[] profits(RoiScenario scenario, Seed seed) {
        double spend = scenario.plan().total().amount();
        return Arrays.stream(RoiSimulation.addedMargins(
                        scenario.assumptions(), scenario.plan().spends(), seed))
                .map(added -> added - spend)
                .toArray();
    }

    /** Whether it is more than the doubt about it, and than nothing. */
    public boolean worthMentioning() {
        return (low > 0 || high < 0) && Math.abs(expected) >= MEANINGFUL * budget;
    }
}
