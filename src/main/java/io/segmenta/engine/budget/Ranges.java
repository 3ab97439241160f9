package io.segmenta.engine.budget;

import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.segment.Persona;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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

    /** What the manager must know about ranges of these personas, in sentences. */
    List<String> notes(List<Persona> personas) {
        List<String> notes = new ArrayList<>();
        if (factor == Double.POSITIVE_INFINITY) {
            notes.add("The playbook gives nothing to any of these segments, so all personas get the same."
                    + " Change its budget ranges to prefer one.");
        } else if (factor != 1) {
            List<String> widened = new ArrayList<>();
            for (int i = 0; i < personas.size(); i++) {
                widened.add(String.format(
                        Locale.ROOT, "%s %s–%s %%", personas.get(i).label(), percent(lower[i]), percent(upper[i])));
            }
            notes.add(String.format(
                    Locale.ROOT,
                    "The playbook's ranges cannot add up to 100 %%, so all bounds were widened by a factor of %s: %s.",
                    String.format(Locale.ROOT, "%.2f", factor),
                    String.join(", ", widened)));
        }
        return notes;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share).replaceFirst("\\.0$", "");
    }

    private double[] clipped(double[] wish, double lambda) {
        double[] parts = new double[wish.length];
        Arrays.setAll(parts, i -> Math.clamp(wish[i] - lambda, lower[i], upper[i]));
        return parts;
    }
}
