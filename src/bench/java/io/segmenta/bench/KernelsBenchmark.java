package io.segmenta.bench;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.evaluate.Evaluation;
import io.segmenta.engine.evaluate.Silhouettes;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.tune.Tuner;
import io.segmenta.engine.tune.TuningResult;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.engine.tune.TuningWatch;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The kernels of the engine: {@code mvn -Pbench test-compile exec:exec}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class KernelsBenchmark {
    private static final Seed SEED = new Seed(42);

    @Param("4339")
    public int customers;

    private FeatureMatrix matrix = new FeatureMatrix(new double[0], 0, 0, List.of());
    private int[] labels = {};

    @Setup
    public void data() {
        matrix = ScalingTimes.customers(customers, SEED);
        labels = kmeans().labels();
    }

    @Benchmark
    public Clustering kmeans() {
        return Clusterers.fit(matrix, KMeansParameters.of(5), SEED, Progress.SILENT);
    }

    @Benchmark
    public Clustering ward() {
        return Clusterers.fit(matrix, AgglomerativeParameters.of(5, Linkage.WARD), SEED, Progress.SILENT);
    }

    @Benchmark
    public Clustering mixture() {
        return Clusterers.fit(matrix, MixtureParameters.of(5, Covariance.FULL), SEED, Progress.SILENT);
    }

    @Benchmark
    public Silhouettes silhouette() {
        return Evaluation.silhouettes(matrix, labels, SEED, Progress.SILENT);
    }

    /** TPE with what it tries. */
    @Benchmark
    public TuningResult tuning() {
        TuningSettings settings = TuningSettings.of(List.of(Algorithm.values()));
        return Tuner.tune(matrix, settings, SEED, TuningWatch.NONE, Progress.SILENT);
    }
}
