package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.cluster.weka.WekaData;
import io.segmenta.engine.cluster.weka.WekaKMeans;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.core.Instances;

/** Descends from several starts, side by side, and keeps the best. Both methods begin a restart at the same rows. */
public final class KMeans {
    /**
     * Above this many rows the restarts are compared when their centres have all but stopped, as scikit-learn does, and only the best goes
     * on to its fixed point.
     */
    static final int EXACT_ROWS = 20_000;

    /** Share of the mean variance of a column below which centres count as all but stopped. */
    private static final double TOLERANCE = 1e-4;

    private KMeans() {}

    /** Best inertia of all restarts. A restart that ends with fewer clusters than asked for only wins when all do. */
    public static Clustering fit(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, Progress progress) {
        SharedProgress shared = new SharedProgress(progress, "k-means", parameters.restarts());
        Descent best =
                switch (parameters.method()) {
                    case LLOYD -> {
                        Instances instances = WekaData.instances(matrix);
                        yield best(parameters, restart -> {
                            WekaKMeans weka = WekaKMeans.run(
                                    instances, start(matrix, parameters, seed, restart), parameters, shared::check);
                            Clustering clustering = Clustering.ofMeans(matrix, weka.labels());
                            shared.advance(1);
                            return new Descent(
                                    restart,
                                    weka.labels(),
                                    clustering.clusters(),
                                    clustering.inertia(),
                                    weka.iterations(),
                                    null);
                        });
                    }
                    case ELKAN -> {
                        double tolerance = matrix.rows() > EXACT_ROWS ? TOLERANCE * meanVariance(matrix) : 0;
                        yield best(parameters, restart -> {
                            BoundedLloyd lloyd = new BoundedLloyd(matrix, start(matrix, parameters, seed, restart));
                            lloyd.run(parameters.maxIterations(), tolerance, shared::check);
                            shared.advance(1);
                            return new Descent(
                                    restart,
                                    lloyd.labels(),
                                    parameters.clusters(),
                                    lloyd.inertia(),
                                    lloyd.iterations(),
                                    tolerance > 0 ? lloyd : null);
                        });
                    }
                };
        int iterations = best.iterations();
        if (best.unfinished() != null) {
            best.unfinished().run(parameters.maxIterations(), 0, shared::check);
            iterations = best.unfinished().iterations();
        }
        List<String> caveats = iterations < parameters.maxIterations()
                ? List.of()
                : List.of("k-means was stopped after " + iterations
                        + " iterations, before it had settled. Allow more iterations.");
        return Clustering.ofMeans(matrix, best.labels()).with(iterations, caveats);
    }

    /**
     * Where one restart ended.
     *
     * @param unfinished what can go on to the fixed point, or null where it was reached
     */
    private record Descent(
            int restart,
            int[] labels,
            int clusters,
            double inertia,
            int iterations,
            @Nullable BoundedLloyd unfinished) {
        boolean isBetterThan(Descent other) {
            if (clusters != other.clusters) {
                return clusters > other.clusters;
            }
            return inertia != other.inertia ? inertia < other.inertia : restart < other.restart;
        }
    }

    @FunctionalInterface
    private interface Restart {
        Descent run(int restart);
    }

    private static Descent best(KMeansParameters parameters, Restart restart) {
        return IntStream.range(0, parameters.restarts())
                .parallel()
                .mapToObj(restart::run)
                .reduce((a, b) -> a.isBetterThan(b) ? a : b)
                .orElseThrow();
    }

    private static int[] start(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, int restart) {
        return KMeansStart.rows(
                matrix,
                parameters.clusters(),
                parameters.init(),
                seed.derive("k-means start " + restart).random());
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
