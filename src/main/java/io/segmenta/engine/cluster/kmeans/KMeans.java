package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Descent;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Lloyd;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * k-means: descends from several starts, side by side, and keeps the best. Whoever makes the descents, they begin at the same rows.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611972801.12">Hamerly (2010), Making k-means Even Faster</a>
 * @see <a href="https://doi.org/10.1109/TIT.1982.1056489">Lloyd (1982), Least Squares Quantization in PCM</a>
 */
public final class KMeans {
    /** Share of the mean variance of a column below which centres count as all but stopped. */
    private static final double TOLERANCE = 1e-4;

    private KMeans() {}

    /** @param start the rows at which the best restart began */
    public record Best(Clustering clustering, int[] start) {}

    /**
     * The best inertia of all restarts, by our own descents. Above {@link Sampling#MANY_ROWS} rows the restarts are compared when their
     * centres have all but stopped, as scikit-learn does, and only the best goes on to its fixed point.
     *
     * @param matrix finite, with at least as many different rows as clusters
     */
    public static Best fit(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, Progress progress) {
        SharedProgress shared = progress(parameters, progress);
        double tolerance = matrix.rows() > Sampling.MANY_ROWS ? TOLERANCE * meanVariance(matrix) : 0;
        Restart best = best(matrix, parameters, seed, (restart, start) -> {
            HamerlyKMeans descent = new HamerlyKMeans(matrix, start);
            descent.run(parameters.maxIterations(), tolerance, shared::check);
            shared.advance(1);
            return new Restart(
                    restart,
                    start,
                    new Descent(descent.labels(), descent.iterations()),
                    parameters.clusters(),
                    descent.inertia(),
                    tolerance > 0 ? descent : null);
        });
        HamerlyKMeans unfinished = best.unfinished();
        if (unfinished == null) {
            return new Best(clustering(matrix, parameters, best.descent()), best.start());
        }
        unfinished.run(parameters.maxIterations(), 0, shared::check);
        return new Best(
                clustering(matrix, parameters, new Descent(unfinished.labels(), unfinished.iterations())),
                best.start());
    }

    /**
     * The best inertia of all restarts, each of them descended by another implementation. A restart that ends with fewer clusters than asked
     * for only wins when all do.
     */
    public static Clustering fit(
            FeatureMatrix matrix, KMeansParameters parameters, Seed seed, Lloyd lloyd, Progress progress) {
        SharedProgress shared = progress(parameters, progress);
        Restart best = best(matrix, parameters, seed, (restart, start) -> {
            Descent descent = lloyd.descend(start, shared::check);
            Clustering clustering = Clustering.ofMeans(matrix, descent.labels());
            shared.advance(1);
            return new Restart(restart, start, descent, clustering.clusters(), clustering.inertia(), null);
        });
        return clustering(matrix, parameters, best.descent());
    }

    /** The clusters of one descent, with a caveat where it ended before it had settled. */
    public static Clustering clustering(FeatureMatrix matrix, KMeansParameters parameters, Descent descent) {
        List<String> caveats = descent.iterations() < parameters.maxIterations()
                ? List.of()
                : List.of("k-means was stopped after " + descent.iterations()
                        + " iterations, before it had settled. Allow more iterations.");
        return Clustering.ofMeans(matrix, descent.labels()).with(descent.iterations(), caveats);
    }

    /**
     * Small groups that need not have settled, from one start.
     *
     * @param groups at most as many as there are different rows
     * @param draws for each first centre, of which the best is taken; 0 for any rows that differ
     * @param iterations at most, at least 1
     * @return the group of each row
     */
    public static int[] groups(
            FeatureMatrix matrix,
            int groups,
            int draws,
            int iterations,
            RandomGenerator random,
            Runnable eachIteration) {
        HamerlyKMeans descent = new HamerlyKMeans(matrix, KMeansStart.rows(matrix, groups, draws, random));
        descent.run(iterations, 0, eachIteration);
        return descent.labels();
    }

    /**
     * Where one restart ended.
     *
     * @param unfinished what can go on to the fixed point, or null where it was reached
     */
    private record Restart(
            int number,
            int[] start,
            Descent descent,
            int clusters,
            double inertia,
            @Nullable HamerlyKMeans unfinished) {
        boolean isBetterThan(Restart other) {
            if (clusters != other.clusters) {
                return clusters > other.clusters;
            }
            return inertia != other.inertia ? inertia < other.inertia : number < other.number;
        }
    }

    @FunctionalInterface
    private interface FromStart {
        Restart run(int restart, int[] start);
    }

    private static Restart best(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, FromStart from) {
        return IntStream.range(0, parameters.restarts())
                .parallel()
                .mapToObj(restart -> from.run(
                        restart,
                        KMeansStart.rows(
                                matrix,
                                parameters.clusters(),
                                parameters.init(),
                                seed.derive("k-means start " + restart).random())))
                .reduce((a, b) -> a.isBetterThan(b) ? a : b)
                .orElseThrow();
    }

    private static SharedProgress progress(KMeansParameters parameters, Progress progress) {
        return new SharedProgress(progress, "k-means", parameters.restarts());
    }

    private static double meanVariance(FeatureMatrix matrix) {
        double[] sums = new double[matrix.columns()];
        double[] squares = new double[matrix.columns()];
        double[] first = matrix.data();
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < sums.length; j++) {
                double d = matrix.at(i, j) - first[j];
                sums[j] += d;
                squares[j] += d * d;
            }
        }
        double total = 0;
        for (int j = 0; j < sums.length; j++) {
            double mean = sums[j] / matrix.rows();
            total += squares[j] / matrix.rows() - mean * mean;
        }
        return total / sums.length;
    }
}
