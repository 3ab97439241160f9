package io.segmenta.engine.tune;

import io.segmenta.engine.cluster.model.Hyperparameters;
import java.time.Duration;
import java.util.Comparator;

/**
 * One setting that was tried.
 *
 * @param number from 1, in the order of the search
 * @param score its silhouette, or what else the objective looks for; NaN where the setting could not be fitted
 * @param sizes customers per segment, falling; empty where it could not be fitted
 * @param took what fitting and scoring took; zero when remembered
 * @param violation 0 when usable, else how far the smallest segment is below the floor, as a share of customers, or stability below good
 * @param reason why it is not usable, in a sentence; empty when it is
 * @param remembered whether an earlier trial had already answered it
 */
public record Trial(
        int number,
        Hyperparameters parameters,
        double score,
        int[] sizes,
        Duration took,
        double violation,
        String reason,
        boolean remembered) {
    /** Usable ones first, then by score, then the earlier. */
    public static final Comparator<Trial> BEST_FIRST = Comparator.comparing(Trial::isFeasible)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Trial::ranking).reversed())
            .thenComparingInt(Trial::number);

    public boolean isFeasible() {
        return violation == 0;
    }

    private double ranking() {
        return Double.isNaN(score) ? Double.NEGATIVE_INFINITY : score;
    }
}
