package io.segmenta.service.dataset;

import io.segmenta.engine.base.BackgroundThreads;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.Rejects;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.SourceSummary;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Pipeline;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.TuningWatch;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.export.ResultFiles;
import io.segmenta.service.installation.Home;
import io.segmenta.service.scoring.Scored;
import io.segmenta.service.scoring.Scoring;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file read for one run without a database or a server; nothing stays of it once it is closed. */
public final class TemporaryDataset implements AutoCloseable {
    private final Path folder;
    private final Fingerprint fingerprint;
    private final TransactionStore store;
    private final SourceSummary source;
    private final double readSeconds;
    private final Thread sweeper;

    private TemporaryDataset(
            Path folder, Fingerprint fingerprint, TransactionStore store, SourceSummary source, double readSeconds) {
        this.folder = folder;
        this.fingerprint = fingerprint;
        this.store = store;
        this.source = source;
        this.readSeconds = readSeconds;
        // A run that is stopped with Ctrl-C shall not leave the rows behind either.
        this.sweeper = BackgroundThreads.unstarted("sweeper", () -> Home.deleteTree(folder));
        Runtime.getRuntime().addShutdownHook(sweeper);
    }

    /**
     * Loads in the background what reading begins with. Worth it in a process that will read: this takes longer than the rows of a
     * small shop.
     */
    public static void prepare() {
        BackgroundThreads.start("preparing", TransactionStore::prepare);
    }

    /** Lets the reader decide what of the file is read. */
    public static TemporaryDataset read(Path file, StageProgress progress) {
        return read(file, SourceOptions.AUTOMATIC, StoreLimits.defaults(), progress);
    }

    /** @throws UserFacingException where the file is not there, cannot be read or has no such tables */
    public static TemporaryDataset read(Path file, SourceOptions options, StoreLimits limits, StageProgress progress) {
        return read(file, String.valueOf(file.getFileName()), options, limits, progress);
    }

    /** @param name what its user calls the file */
    public static TemporaryDataset read(
            Path file, String name, SourceOptions options, StoreLimits limits, StageProgress progress) {
        long start = System.nanoTime();
        progress.report(Stage.INGEST, 0, Stage.INGEST.label());
        requireFile(file);
        FutureTask<Fingerprint> fingerprint = new FutureTask<>(() -> Fingerprint.of(file));
        BackgroundThreads.start("fingerprint", fingerprint);
        Path folder = newFolder();
        TransactionStore store = TransactionStore.open(folder.resolve("dataset.duckdb"), limits);
        try {
            SourceSummary source = DatasetReader.read(file, name, options, store, progress.of(Stage.INGEST));
            progress.report(Stage.INGEST, 1, Stage.INGEST.label());
            Fingerprint content = of(file, fingerprint);
            double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
            return new TemporaryDataset(folder, content, store, source, seconds);
        } catch (RuntimeException e) {
            store.close();
            Home.deleteTree(folder);
            throw e;
        }
    }

    private static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new UserFacingException("There is no file " + file + ". Check its name and folder.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UserFacingException(file + " is not a file. Name a CSV, an XLSX or a ZIP of these.");
        }
        if (!Files.isReadable(file)) {
            throw new UserFacingException("The file " + file + " cannot be read. Check that you may read it.");
        }
    }

    private static Fingerprint of(Path file, Future<Fingerprint> fingerprint) {
        try {
            return fingerprint.get();
        } catch (ExecutionException e) {
            throw new UserFacingException(
                    "The file " + file + " could not be read to its end. Check it, and try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("segmenta-");
        } catch (IOException e) {
            throw new UserFacingException("There is no room for temporary files in "
                    + System.getProperty("java.io.tmpdir") + ". Free some, or choose another folder.");
        }
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    public SourceSummary source() {
        return source;
    }

    /** How long the reading took. */
    public double readSeconds() {
        return readSeconds;
    }

    public MappingProposal proposeMapping() {
        return ColumnMapper.propose(store);
    }

    /** How the dates of a column are written. */
    public DateColumn dates(String header) {
        return ColumnMapper.dates(store, header, today());
    }

    /**
     * Every row that the rules drop, with its number, the reason and its cells, as CSV.
     *
     * @throws java.io.UncheckedIOException where {@code out} cannot be written
     */
    public void writeRejects(ColumnMapping mapping, CleaningRules rules, Appendable out) {
        Rejects.write(store, mapping, rules, today(), out, Progress.SILENT);
    }

    /** Writes its rows as read into a new file. */
    public void writeCsv(Path csv) {
        store.writeCsv(csv);
    }

    public Outcome run(Recipe recipe, StageProgress progress) {
        return Pipeline.run(recipe, store, today(), progress, TuningWatch.NONE);
    }

    private static LocalDate today() {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /**
     * Assigns its customers to the segments of a model.
     *
     * @param rules the model's, with the period that shall count
     * @param snapshot the day from which recency counts, or null for the day after the last kept one
     */
    public Scored score(
            ModelDocument model,
            ColumnMapping mapping,
            CleaningRules rules,
            @Nullable LocalDate snapshot,
            StageProgress progress) {
        return Scoring.score(model, store, mapping, rules, snapshot, today(), progress);
    }

    /** Its rows as those of an audience that was exported. */
    public Audience audience() {
        return Audience.of(store);
    }

    /** What an audience spent in it; see {@link CampaignService#measure}. */
    public CampaignEffect measure(
            Audience audience,
            ColumnMapping mapping,
            CleaningRules rules,
            LocalDate from,
            @Nullable LocalDate to,
            StageProgress progress) {
        return CampaignEffect.measure(audience, store, mapping, rules, from, to, today(), progress.of(Stage.CLEAN));
    }

    /** The feature matrix that a run of this recipe would cluster. */
    public FeatureMatrix matrix(Recipe recipe) {
        Cleaner.clean(store, recipe.mapping(), recipe.cleaning(), today(), Progress.SILENT);
        return FeatureTransformer.fit(
                        FeatureExtractor.extract(store, recipe.snapshot(), Progress.SILENT),
                        recipe.transform(),
                        recipe.seed(),
                        Progress.SILENT)
                .matrix();
    }

    /** Writes UTF-8; does not close the stream. */
    public static void write(Outcome outcome, ExportFile file, OutputStream out) {
        ResultFiles.write(
                file,
                outcome.result().segments(),
                IntStream.range(0, outcome.customers()).mapToObj(outcome::assignment),
                outcome.result().insights().value() != null,
                DefaultPlaybook.load(),
                out);
    }

    @Override
    public void close() {
        store.close();
        try {
            Runtime.getRuntime().removeShutdownHook(sweeper);
        } catch (IllegalStateException e) {
            // The process is ending and sweeps already.
            return;
        }
        Home.deleteTree(folder);
    }
}
