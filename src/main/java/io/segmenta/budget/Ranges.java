package io.segmenta.budget;

import io.segmenta.playbook.Play;
import java.util.Arrays;
import java.util.List;

/**
 * Bounds within which parts of a budget must lie while they add up to 1.
 *
 * @param factor by which the bounds were widened, 1 where they are the playbook's own
 */
record Ranges(double[] lower, double[] upper, double factor) {
    /** Sums of bounds like 0.4 + 0.3 + 0.3 are 1 but for rounding. */
    private static final double ROUNDING = 1e-12;

    static Ranges of(List<Play> plays) {
        return new Ranges(
                plays.stream().mapToDouble(Play::budgetFrom).toArray(),
                plays.stream().mapToDouble(Play::budgetTo).toArray(),
                1);
    }

    /** Lower bounds divided and upper bounds multiplied by the smallest factor that lets the parts add up to 1. */
    Ranges widenedToReachOne() {
        double least = Arrays.stream(lower).sum();
        double most = Arrays.stream(upper).sum();
        if (most == 0) {
            // No factor widens a range of 0–0 %: nobody is preferred then.
            double[] equal = new double[upper.length];
            Arrays.fill(equal, 1.0 / upper.length);
            return new Ranges(lower, equal, Double.POSITIVE_INFINITY);
        }
        double needed = Math.max(least, 1 / most);
        if (needed <= 1 + ROUNDING) {
            return this;
        }
        return new Ranges(
                Arrays.stream(lower).map(bound -> bound / needed).toArray(),
                Arrays.stream(upper).map(bound -> Math.min(1, bound * needed)).toArray(),
                needed);
    }

    /**
     * The point nearest to the wished one by least squares among those within the bounds that add up to 1. It is
     * clip(wish − λ, lower, upper) with one λ for all, whose sum falls with λ: found by bisection.
     */
    double[] nearest(double[] wish) {
        double low = -2;
        double high = 2;
        for (int i = 0; i < 200 && low < high; i++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(clipped(wish, middle)).sum() > 1) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return clipped(wish, (low + high) / 2);
    }

    private double[] clipped(double[] wish, double lambda) {
        double[] parts = new double[wish.length];
        Arrays.setAll(parts, i -> Math.clamp(wish[i] - lambda, lower[i], upper[i]));
        return parts;
    }
}
