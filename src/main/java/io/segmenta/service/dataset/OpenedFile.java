package io.segmenta.service.dataset;

import io.segmenta.engine.base.BackgroundThreads;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.Rejects;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.DateColumn;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.engine.ingest.SourceSummary;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.service.installation.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read to work with it once, without a database or a server. Its rows stand in a folder of their own among the temporary
 * files of the machine; nothing stays of them once it is closed or the process ends, {@code kill -9} apart. One thread at a time.
 */
public final class OpenedFile implements AutoCloseable {
    private final Path folder;
    private final Fingerprint fingerprint;
    private final TransactionStore store;
    private final SourceSummary source;
    private final double readSeconds;
    private final Thread sweeper;

    private OpenedFile(
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
        BackgroundThreads.start("reading words", Vocabulary::prepare);
    }

    /** Lets the reader decide what of the file is read. */
    public static OpenedFile read(Path file, StageProgress progress) {
        return read(file, SourceOptions.AUTOMATIC, StoreLimits.defaults(), progress);
    }

    /** @throws UserFacingException where the file is not there, cannot be read or has no such tables */
    public static OpenedFile read(Path file, SourceOptions options, StoreLimits limits, StageProgress progress) {
        return read(file, String.valueOf(file.getFileName()), options, limits, progress);
    }

    /** @param name what its user calls the file */
    public static OpenedFile read(
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
            return new OpenedFile(folder, content, store, source, seconds);
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
            throw new UserFacingException(
                    "There is no room for temporary files in " + System.getProperty("java.io.tmpdir")
                            + ". Free some, or choose another folder.",
                    e);
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

    /** What the file says, from its values. */
    public Reading reading() {
        return FileReading.of(store, today());
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

    /** On the clock of this machine. */
    public LocalDate today() {
        Clock clock = Clock.system(ZoneId.systemDefault());
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }

    /** Lets somebody work on its rows; on the thread that calls, and not after {@link #close()}. */
    public <T extends @Nullable Object> T ask(Function<TransactionStore, T> work) {
        return work.apply(store);
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
