package io.segmenta.bench;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.evaluate.Evaluation;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.tune.Tuner;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.engine.tune.TuningWatch;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the heavy parts of the engine take, each alone. */
public final class KernelTimes {
    /** Enough for the compiler to have seen a kernel; the best of them counts, as the machine has other things to do. */
    private static final int REPETITIONS = 5;

    private KernelTimes() {}

    /** The parts, in the order of the table. */
    public enum Kernel {
        KMEANS("k-means, k=5, 10 restarts"),
        WARD("Ward, k=5"),
        MIXTURE("Gaussian mixture, full, 1 start"),
        SILHOUETTE("silhouette"),
        TUNING("20 trials for each of 3 algorithms");

        private final String label;

        Kernel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Seconds per kernel; a search for hyperparameters is made once only. */
    public static Map<Kernel, Double> of(FeatureMatrix matrix, Seed seed) {
        MixtureParameters mixture = MixtureParameters.of(5, Covariance.FULL);
        int[] labels = Clusterers.fit(matrix, KMeansParameters.of(5), seed, Progress.SILENT)
                .labels();
        Map<Kernel, Double> seconds = new EnumMap<>(Kernel.class);
        seconds.put(Kernel.KMEANS, best(REPETITIONS, () -> fit(matrix, KMeansParameters.of(5), seed)));
        seconds.put(
                Kernel.WARD, best(REPETITIONS, () -> fit(matrix, AgglomerativeParameters.of(5, Linkage.WARD), seed)));
        seconds.put(
                Kernel.MIXTURE,
                best(
                        REPETITIONS,
                        () -> fit(
                                matrix,
                                new MixtureParameters(
                                        5, Covariance.FULL, 200, 1, mixture.regularisation(), mixture.engine()),
                                seed)));
        seconds.put(
                Kernel.SILHOUETTE,
                best(REPETITIONS, () -> Evaluation.silhouettes(matrix, labels, seed, Progress.SILENT)));
        seconds.put(
                Kernel.TUNING,
                best(
                        1,
                        () -> Tuner.tune(
                                matrix,
                                TuningSettings.of(List.of(Algorithm.values())),
                                seed,
                                TuningWatch.NONE,
                                Progress.SILENT)));
        return seconds;
    }

    private static void fit(FeatureMatrix matrix, Hyperparameters parameters, Seed seed) {
        var unused = Clusterers.fit(matrix, parameters, seed, Progress.SILENT);
    }

    private static double best(int repetitions, Runnable work) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1));
        }
        return best;
    }
}
