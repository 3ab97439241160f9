package io.segmenta.cli;

import io.segmenta.base.Seed;
import io.segmenta.clean.CleaningRules;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.features.TransformSettings;
import io.segmenta.run.Outcome;
import io.segmenta.run.Recipe;
import io.segmenta.run.SampleShop;
import io.segmenta.run.Stage;
import io.segmenta.run.StageProgress;
import io.segmenta.run.TemporaryDataset;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
            "Times the stages of a run with k-means, first in a fresh process and once more when it is warm,",
            "beside pandas and scikit-learn where the peer's script and its libraries are there."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BenchCommand implements Callable<Integer> {
    private static final int SAMPLE_CUSTOMERS = 30_000;

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

    @Override
    public Integer call() throws IOException {
        Path given = file;
        if (given != null) {
            compare(given, new PeerPipeline(peer).run(given));
            return 0;
        }
        Path sample = Files.createTempFile("segmenta-bench-", ".csv");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sample), 1 << 16)) {
                SampleShop.generate(SAMPLE_CUSTOMERS, new Seed(42), out);
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
        out.flush();
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
            Recipe recipe = new Recipe(
                    "Benchmark",
                    dataset.fingerprint(),
                    new MappingChoice(Map.of(), null, line -> {}).decide(dataset),
                    CleaningRules.defaults(),
                    null,
                    TransformSettings.defaults(),
                    KMeansParameters.of(5),
                    new Seed(42),
                    null,
                    "");
            Outcome outcome = dataset.run(recipe, StageProgress.SILENT);
            Map<Stage, Double> seconds = new EnumMap<>(outcome.result().seconds());
            seconds.put(Stage.INGEST, dataset.readSeconds());
            return seconds;
        }
    }

    private static double sum(Map<Stage, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
