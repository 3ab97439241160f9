package io.segmenta.bench;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What clustering takes as customers grow more.
 *
 * @param kmeans seconds for k = 5 with 10 restarts
 * @param mixture seconds for a full Gaussian mixture of 5 components from one start
 */
public record ScalingTimes(int customers, double kmeans, double mixture) {
    private static final int COLUMNS = 5;
    private static final double SPREAD = 1.5;

    /** Customers around five centres with overlap, as transformed features are: values of order 1. */
    public static FeatureMatrix customers(int rows, Seed seed) {
        RandomGenerator random = seed.derive("customers").random();
        double[][] centres = new double[5][COLUMNS];
        for (double[] centre : centres) {
            for (int j = 0; j < COLUMNS; j++) {
                centre[j] = SPREAD * random.nextGaussian();
            }
        }
        double[] data = new double[Math.multiplyExact(rows, COLUMNS)];
        for (int i = 0; i < rows; i++) {
            double[] centre = centres[random.nextInt(centres.length)];
            for (int j = 0; j < COLUMNS; j++) {
                data[i * COLUMNS + j] = centre[j] + random.nextGaussian();
            }
        }
        return new FeatureMatrix(data, rows, COLUMNS, List.of("a", "b", "c", "d", "e"));
    }

    /** The second of two times each: the first one warms up. */
    public static ScalingTimes of(FeatureMatrix matrix, Seed seed) {
        MixtureParameters full = MixtureParameters.of(5, Covariance.FULL);
        MixtureParameters once =
                new MixtureParameters(5, Covariance.FULL, 200, 1, full.regularisation(), full.engine());
        return new ScalingTimes(
                matrix.rows(), seconds(matrix, KMeansParameters.of(5), seed), seconds(matrix, once, seed));
    }

    private static double seconds(FeatureMatrix matrix, Hyperparameters parameters, Seed seed) {
        long start = 0;
        for (int i = 0; i < 2; i++) {
            start = System.nanoTime();
            var unused = Clusterers.fit(matrix, parameters, seed, Progress.SILENT);
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
