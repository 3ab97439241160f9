package io.segmenta.cli;

import io.segmenta.base.Seed;
import io.segmenta.clean.CleaningRules;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.features.FeatureMatrix;
import io.segmenta.features.TransformSettings;
import io.segmenta.run.KernelTimes;
import io.segmenta.run.KernelTimes.Kernel;
import io.segmenta.run.Outcome;
import io.segmenta.run.Recipe;
import io.segmenta.run.SampleShop;
import io.segmenta.run.ScalingTimes;
import io.segmenta.run.Stage;
import io.segmenta.run.StageProgress;
import io.segmenta.run.TemporaryDataset;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The table of what each stage takes. */
@Command(
        name = "bench",
        description = {
            "Times the stages of a run with k-means, first in a fresh process and once more when it is warm, then the heavy parts of",
            "the engine each alone, beside pandas, scikit-learn and Optuna where the peer's script and its libraries are there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private static final int SAMPLE_CUSTOMERS = 30_000;
    private static final Seed SEED = new Seed(42);
    private static final int[] SIZES = {4_339, 43_390, 433_900, 1_000_000};

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a transaction export; without it a sample is generated")
    private @Nullable Path file;

    @Option(
            names = "--peer",
            defaultValue = "../shared/bench/peer_pipeline.py",
            paramLabel = "SCRIPT",
            description =
                    "the same work in Python, for files with the columns of UCI Online Retail (default: ${DEFAULT-VALUE})")
    private Path peer = Path.of("");

    @Option(
            names = "--scale",
            paramLabel = "SVG",
            description =
                    "instead, how the time of clustering grows up to a million customers, as a table and this picture")
    private @Nullable Path picture;

    @Override
    public Integer call() throws IOException {
        Path drawn = picture;
        if (drawn != null) {
            scale(drawn);
            return 0;
        }
        Path given = file;
        if (given != null) {
            compare(given, new PeerPipeline(peer).run(given));
            return 0;
        }
        Path sample = Files.createTempFile("segmenta-bench-", ".csv");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sample), 1 << 16)) {
                SampleShop.generate(SAMPLE_CUSTOMERS, SEED, out);
            }
            compare(sample, Optional.empty());
        } finally {
            Files.delete(sample);
        }
        return 0;
    }

    private void compare(Path data, Optional<PeerPipeline.Report> theirs) {
        Map<Stage, Double> cold = seconds(data);
        Map<Stage, Double> warm = seconds(data);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-30s %9s %9s %9s %9s%n", "seconds", "first", "warm", "peer", "peer/first");
        rows(theirs)
                .forEach((stage, peerSeconds) -> line(
                        out, stage.label(), cold.getOrDefault(stage, 0.0), warm.getOrDefault(stage, 0.0), peerSeconds));
        line(
                out,
                "Total",
                sum(cold),
                sum(warm),
                rows(theirs).values().stream().mapToDouble(Double::doubleValue).sum());
        kernels(data, theirs, out);
        out.flush();
    }

    private static void kernels(Path data, Optional<PeerPipeline.Report> theirs, PrintWriter out) {
        Map<Kernel, Double> ours;
        double tuned;
        double matrix;
        try (TemporaryDataset dataset = TemporaryDataset.read(data, StageProgress.SILENT)) {
            long start = System.nanoTime();
            FeatureMatrix features = dataset.matrix(recipe(dataset));
            matrix = (System.nanoTime() - start) / 1e9;
            ours = KernelTimes.of(features, SEED);
            start = System.nanoTime();
            KernelTimes.tuneKMeans(features, SEED);
            tuned = dataset.readSeconds() + matrix + (System.nanoTime() - start) / 1e9;
        }
        out.printf(Locale.ROOT, "%n%-40s %9s %9s %9s%n", "seconds, warm", "ours", "peer", "peer/ours");
        ours.forEach((kernel, seconds) -> line(out, kernel.label(), seconds, theirs.map(p -> peer(p, kernel))));
        line(
                out,
                "file to k-means tuned in 20 trials",
                tuned,
                theirs.map(p -> p.of("ingest", "clean", "features", "outliers", "scale", "kmeans_tune_20")));
    }

    private static double peer(PeerPipeline.Report theirs, Kernel kernel) {
        return switch (kernel) {
            case KMEANS -> theirs.of("kmeans_train");
            case WARD -> theirs.of("agg_train");
            case MIXTURE -> theirs.of("gmm_train");
            case SILHOUETTE -> theirs.of("kmeans_silhouette");
            case TUNING -> theirs.of("kmeans_tune_20", "agg_tune_20", "gmm_tune_20");
        };
    }

    private static void line(PrintWriter out, String label, double ours, Optional<Double> theirs) {
        out.printf(
                Locale.ROOT,
                "%-40s %9.3f %9s %9s%n",
                label,
                ours,
                theirs.map(seconds -> String.format(Locale.ROOT, "%.3f", seconds))
                        .orElse("–"),
                theirs.map(seconds -> String.format(Locale.ROOT, "%.1f×", seconds / ours))
                        .orElse("–"));
    }

    private void scale(Path drawn) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%12s %12s %12s %12s %12s%n", "customers", "k-means", "peer", "mixture", "peer");
        List<ScalingPicture.Measured> all = new ArrayList<>();
        for (int customers : SIZES) {
            FeatureMatrix matrix = ScalingTimes.customers(customers, SEED);
            ScalingTimes ours = ScalingTimes.of(matrix, SEED);
            PeerScaling.Report theirs = PeerScaling.run(matrix).orElse(null);
            all.add(new ScalingPicture.Measured(ours, theirs));
            out.printf(
                    Locale.ROOT,
                    "%,12d %12.3f %12s %12.3f %12s%n",
                    customers,
                    ours.kmeans(),
                    theirs == null ? "–" : String.format(Locale.ROOT, "%.3f", theirs.kmeans()),
                    ours.mixture(),
                    theirs == null ? "–" : String.format(Locale.ROOT, "%.3f", theirs.mixture()));
            out.flush();
        }
        String caption = "5 features, k=5, 10 restarts of k-means, 1 start of the full mixture, "
                + Runtime.getRuntime().availableProcessors() + " cores";
        Files.writeString(drawn, ScalingPicture.of(all, caption));
    }

    /** The peer's seconds by our stages; NaN without a peer. */
    private static Map<Stage, Double> rows(Optional<PeerPipeline.Report> theirs) {
        Map<Stage, Double> rows = new LinkedHashMap<>();
        rows.put(Stage.INGEST, theirs.map(p -> p.of("ingest")).orElse(Double.NaN));
        rows.put(Stage.CLEAN, theirs.map(p -> p.of("clean")).orElse(Double.NaN));
        rows.put(Stage.FEATURES, theirs.map(p -> p.of("features")).orElse(Double.NaN));
        rows.put(Stage.TRANSFORM, theirs.map(p -> p.of("outliers", "scale")).orElse(Double.NaN));
        rows.put(Stage.CLUSTER, theirs.map(p -> p.of("kmeans_train")).orElse(Double.NaN));
        rows.put(Stage.EVALUATE, theirs.map(p -> p.of("kmeans_silhouette")).orElse(Double.NaN));
        return rows;
    }

    private static void line(PrintWriter out, String label, double cold, double warm, double theirs) {
        if (Double.isNaN(theirs)) {
            out.printf(Locale.ROOT, "%-30s %9.3f %9.3f %9s %9s%n", label, cold, warm, "–", "–");
        } else {
            out.printf(Locale.ROOT, "%-30s %9.3f %9.3f %9.3f %8.1f×%n", label, cold, warm, theirs, theirs / cold);
        }
    }

    private Map<Stage, Double> seconds(Path data) {
        try (TemporaryDataset dataset = TemporaryDataset.read(data, StageProgress.SILENT)) {
            Outcome outcome = dataset.run(recipe(dataset), StageProgress.SILENT);
            Map<Stage, Double> seconds = new EnumMap<>(outcome.result().seconds());
            seconds.put(Stage.INGEST, dataset.readSeconds());
            return seconds;
        }
    }

    private static Recipe recipe(TemporaryDataset dataset) {
        return new Recipe(
                "Benchmark",
                dataset.fingerprint(),
                new MappingChoice(Map.of(), null, line -> {}).decide(dataset),
                CleaningRules.defaults(),
                null,
                TransformSettings.defaults(),
                KMeansParameters.of(5),
                SEED,
                null,
                "");
    }

    private static double sum(Map<Stage, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
