package io.segmenta.bench;

import io.segmenta.bench.KernelTimes.Kernel;
import io.segmenta.cli.MappingChoice;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.dataset.OpenedFile;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.export.ResultFiles;
import io.segmenta.service.run.HeadlessRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one file takes: its stages, the heavy parts of the engine alone, and the whole with a search; beside the peer. */
final class FileBench {
    private static final Seed SEED = new Seed(42);
    private static final Method GIVEN = new Method.Given(KMeansParameters.of(5));
    private static final String[] FEATURES_ONLY = {"--skip", "kmeans", "agg", "gmm", "tune"};

    private final Path file;
    private final PeerPipeline peer;
    private final PrintWriter out;

    FileBench(Path file, PeerPipeline peer, PrintWriter out) {
        this.file = file;
        this.peer = peer;
        this.out = out;
    }

    void run() throws IOException {
        Optional<PeerPipeline.Report> theirs = peer.run(file);
        Map<Stage, Double> first = stages(file);
        stages(first, stages(file), theirs);
        out.printf(Locale.ROOT, "%n%-44s %9s %9s %9s%n", "seconds", "ours", "peer", "peer/ours");
        String kind = kind();
        line(kind + " to features, first", toFeatures(first), theirs.map(FileBench::toFeatures));
        if (!kind.equals("CSV")) {
            csv();
        }
        kernels(theirs);
        line(
                kind + " to k-means of 20 trials, results written",
                tuned(),
                theirs.map(p -> p.of("ingest", "clean", "features", "outliers", "scale", "kmeans_tune_20")));
    }

    /** As the ending says. */
    private String kind() {
        String name = file.toString().toUpperCase(Locale.ROOT).replaceFirst("\\.GZ$", "");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Map<Stage, Double> stages(Path data) {
        try (OpenedFile dataset = OpenedFile.read(data, StageProgress.SILENT)) {
            Outcome outcome = HeadlessRun.of(dataset, recipe(dataset, GIVEN), StageProgress.SILENT);
            Map<Stage, Double> seconds = new EnumMap<>(outcome.result().seconds());
            seconds.put(Stage.INGEST, dataset.readSeconds());
            return seconds;
        }
    }

    private void stages(Map<Stage, Double> first, Map<Stage, Double> warm, Optional<PeerPipeline.Report> theirs) {
        out.printf(Locale.ROOT, "%-30s %9s %9s %9s %9s%n", "seconds", "first", "warm", "peer", "peer/first");
        Map<Stage, String[]> rows = new LinkedHashMap<>();
        rows.put(Stage.INGEST, new String[] {"ingest"});
        rows.put(Stage.CLEAN, new String[] {"clean"});
        rows.put(Stage.FEATURES, new String[] {"features"});
        rows.put(Stage.TRANSFORM, new String[] {"outliers", "scale"});
        rows.put(Stage.CLUSTER, new String[] {"kmeans_train"});
        rows.put(Stage.EVALUATE, new String[] {"kmeans_silhouette"});
        rows.forEach((stage, names) -> line(
                stage.label(),
                first.getOrDefault(stage, 0.0),
                warm.getOrDefault(stage, 0.0),
                theirs.map(p -> p.of(names))));
        line(
                "Total",
                sum(first),
                sum(warm),
                theirs.map(p -> rows.values().stream().mapToDouble(p::of).sum()));
    }

    /** The same rows as a CSV. */
    private void csv() throws IOException {
        Path folder = Files.createTempDirectory("segmenta-bench-");
        Path csv = folder.resolve("rows.csv");
        try {
            try (OpenedFile dataset = OpenedFile.read(file, StageProgress.SILENT)) {
                dataset.ask(store -> writeCsv(store, csv));
            }
            line(
                    "its rows as CSV to features",
                    toFeatures(stages(csv)),
                    peer.run(csv, FEATURES_ONLY).map(FileBench::toFeatures));
        } finally {
            Files.deleteIfExists(csv);
            Files.delete(folder);
        }
    }

    /** The rows as read, derived columns behind them, with a header. */
    private static Path writeCsv(TransactionStore store, Path csv) {
        List<String> headers = store.headers();
        store.execute(IntStream.range(0, headers.size())
                .mapToObj(i -> "c" + i + " AS \"" + headers.get(i).replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(
                        ", ",
                        "COPY (SELECT ",
                        " FROM source ORDER BY rowid) TO " + Sql.text(csv.toString()) + " (HEADER)")));
        return csv;
    }

    /** What a run of this recipe would cluster. */
    private static FeatureMatrix matrix(OpenedFile file, Recipe recipe) {
        return file.ask(store -> {
            Cleaner.clean(store, recipe.source().mapping(), recipe.cleaning(), file.today(), Progress.SILENT);
            return FeatureTransformer.fit(
                            FeatureExtractor.extract(store, recipe.snapshot(), Progress.SILENT),
                            recipe.transform(),
                            recipe.seed(),
                            Progress.SILENT)
                    .matrix();
        });
    }

    private static double toFeatures(Map<Stage, Double> seconds) {
        return seconds.getOrDefault(Stage.INGEST, 0.0)
                + seconds.getOrDefault(Stage.CLEAN, 0.0)
                + seconds.getOrDefault(Stage.FEATURES, 0.0);
    }

    private static double toFeatures(PeerPipeline.Report theirs) {
        return theirs.of("ingest", "clean", "features");
    }

    private void kernels(Optional<PeerPipeline.Report> theirs) {
        try (OpenedFile dataset = OpenedFile.read(file, StageProgress.SILENT)) {
            KernelTimes.of(matrix(dataset, recipe(dataset, GIVEN)), SEED)
                    .forEach((kernel, seconds) ->
                            line(kernel.label(), seconds, theirs.map(p -> p.of(peerStages(kernel)))));
        }
    }

    private static String[] peerStages(Kernel kernel) {
        return switch (kernel) {
            case KMEANS -> new String[] {"kmeans_train"};
            case WARD -> new String[] {"agg_train"};
            case MIXTURE -> new String[] {"gmm_train"};
            case SILHOUETTE -> new String[] {"kmeans_silhouette"};
            case TUNING -> new String[] {"kmeans_tune_20", "agg_tune_20", "gmm_tune_20"};
        };
    }

    /** The whole as a user has it, grades, rules and files included, which the peer does without. */
    private double tuned() {
        long start = System.nanoTime();
        try (OpenedFile dataset = OpenedFile.read(file, StageProgress.SILENT)) {
            Method best = new Method.Searched(TuningSettings.of(List.of(Algorithm.KMEANS)));
            Outcome outcome = HeadlessRun.of(dataset, recipe(dataset, best), StageProgress.SILENT);
            for (ExportFile each : ExportFile.values()) {
                ResultFiles.write(outcome, each, OutputStream.nullOutputStream());
            }
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static Recipe recipe(OpenedFile dataset, Method method) {
        Source source = new Source(
                dataset.fingerprint(), new MappingChoice(Map.of(), null, null, false, line -> {}).decide(dataset));
        return Recipe.of("Benchmark", source, method, SEED);
    }

    private static double sum(Map<Stage, Double> seconds) {
        return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void line(String label, double first, double warm, Optional<Double> theirs) {
        out.printf(
                Locale.ROOT, "%-30s %9.3f %9.3f %9s %9s%n", label, first, warm, seconds(theirs), ratio(theirs, first));
        out.flush();
    }

    private void line(String label, double ours, Optional<Double> theirs) {
        out.printf(Locale.ROOT, "%-44s %9.3f %9s %9s%n", label, ours, seconds(theirs), ratio(theirs, ours));
        out.flush();
    }

    private static String seconds(Optional<Double> theirs) {
        return theirs.map(seconds -> String.format(Locale.ROOT, "%.3f", seconds))
                .orElse("–");
    }

    private static String ratio(Optional<Double> theirs, double ours) {
        return theirs.map(seconds -> String.format(Locale.ROOT, "%.1f×", seconds / ours))
                .orElse("–");
    }
}
