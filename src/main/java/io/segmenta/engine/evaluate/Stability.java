package io.segmenta.engine.evaluate;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.CollapsedMixture;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.TooFewDifferentRows;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.random.RandomGenerator;

/**
 * How surely each segment is found again among other customers of the same kind (Hennig 2007): the rows are drawn anew with repetition, each
 * drawn one is used once, the algorithm runs again, and every cluster is compared with the new one most like it.
 *
 * @param jaccard per cluster the mean over the refits of |A ∩ B| / |A ∪ B|, 0 to 1
 * @see <a href="https://doi.org/10.1016/j.csda.2006.11.025">Hennig (2007), Cluster-wise Assessment of Cluster Stability</a>
 */
public record Stability(double[] jaccard) {
    private static final int REFITS = 20;

    /** Of clusters as they were found. */
    public static Stability of(
            FeatureMatrix matrix, Clustering clustering, Hyperparameters parameters, Seed seed, Progress progress) {
        return of(matrix, clustering, parameters, (rows, found) -> found, seed, progress);
    }

    /**
     * @param clustering of the matrix with these hyperparameters
     * @param regroup of rows of the matrix and the clusters found among them makes the clusters that are compared
     * @throws io.segmenta.engine.base.UserFacingException when a refit fails for another reason than the rows that were drawn
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
     */
    public static Stability of(
            FeatureMatrix matrix,
            Clustering clustering,
            Hyperparameters parameters,
            BinaryOperator<int[]> regroup,
            Seed seed,
            Progress progress) {
        Hyperparameters quickly = parameters instanceof KMeansParameters kmeans ? kmeans.quickly() : parameters;
        double[] sums = new double[clustering.clusters()];
        int[] refitsWith = new int[clustering.clusters()];
        for (int refit = 0; refit < REFITS; refit++) {
            int done = refit;
            Progress part = (fraction, detail) ->
                    progress.report((done + fraction) / REFITS, "Stability, refit " + (done + 1) + " of " + REFITS);
            Seed own = seed.derive("stability " + refit);
            int[] rows = draw(matrix.rows(), own.derive("rows").random());
            int[] before =
                    Arrays.stream(rows).map(row -> clustering.labels()[row]).toArray();
            double[] best =
                    likest(before, clustering.clusters(), regroup.apply(rows, refit(matrix, rows, quickly, own, part)));
            for (int c = 0; c < best.length; c++) {
                if (!Double.isNaN(best[c])) {
                    sums[c] += best[c];
                    refitsWith[c]++;
                }
            }
        }
        double[] jaccard = new double[sums.length];
        for (int c = 0; c < sums.length; c++) {
            jaccard[c] = refitsWith[c] == 0 ? 0 : sums[c] / refitsWith[c];
        }
        return new Stability(jaccard);
    }

    private static int[] draw(int rows, RandomGenerator random) {
        return random.ints(Math.min(rows, Sampling.MANY_ROWS), 0, rows)
                .distinct()
                .sorted()
                .toArray();
    }

    /** All in one cluster where the drawn rows cannot be divided, or where the mixture that fits all rows collapses on them: not found again. */
    private static int[] refit(
            FeatureMatrix matrix, int[] rows, Hyperparameters parameters, Seed seed, Progress progress) {
        try {
            return Clusterers.fit(matrix.pick(rows), parameters, seed, progress).labels();
        } catch (TooFewDifferentRows | CollapsedMixture notFound) {
            return new int[rows.length];
        }
    }

    /** Per cluster the Jaccard index with the likest of the new ones; NaN where no row of it was drawn. */
    private static double[] likest(int[] before, int clusters, int[] after) {
        int[][] both = new int[clusters][Arrays.stream(after).max().orElse(0) + 1];
        int[] sizes = new int[clusters];
        int[] newSizes = new int[both[0].length];
        for (int i = 0; i < before.length; i++) {
            both[before[i]][after[i]]++;
            sizes[before[i]]++;
            newSizes[after[i]]++;
        }
        double[] best = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            for (int d = 0; d < newSizes.length; d++) {
                best[c] = Math.max(best[c], (double) both[c][d] / (sizes[c] + newSizes[d] - both[c][d]));
            }
            if (sizes[c] == 0) {
                best[c] = Double.NaN;
            }
        }
        return best;
    }
}
