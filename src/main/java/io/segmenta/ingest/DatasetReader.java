package io.segmenta.ingest;

import io.segmenta.base.Progress;
import io.segmenta.base.UserFacingException;
import io.segmenta.transactions.CsvLayout;
import io.segmenta.transactions.MalformedCsvException;
import io.segmenta.transactions.TransactionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file of any supported format into an empty dataset store, in one pass and in memory that does not grow with the file. A
 * file that cannot be read is refused with a {@link UserFacingException} and nothing of it stays but the store's file.
 */
public final class DatasetReader {
    private DatasetReader() {}

    /**
     * @param fileName what the user calls the file; it serves messages only
     * @param store without rows
     */
    public static SourceSummary read(Path file, String fileName, TransactionStore store, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new UserFacingException("There is no file \"" + fileName + "\". Check its name and folder.");
        }
        try (WorkFolder work = WorkFolder.beside(store.file());
                SourceFile source = new SourceOpener(work, progress).open(file, fileName)) {
            Table table = choose(source.tables(), fileName);
            return load(table, fileName, store, work, progress);
        } catch (IOException | UncheckedIOException e) {
            throw new UserFacingException(
                    "\"" + fileName + "\" could not be read to its end (" + e.getMessage()
                            + "). Check the file and the free disk space, then try again.",
                    e);
        }
    }

    private static Table choose(List<Table> tables, String fileName) {
        return tables.stream()
                .filter(table -> !table.firstRows().isEmpty())
                .findFirst()
                .orElseThrow(() -> new UserFacingException(
                        "\"" + fileName + "\" holds no rows. Export your orders again and upload that file."));
    }

    private static SourceSummary load(
            Table table, String fileName, TransactionStore store, WorkFolder work, Progress progress)
            throws IOException {
        List<List<String>> first = table.firstRows();
        int headerRow = Headers.row(first);
        List<String> headers = headerRow < 0
                ? Headers.numbered(first.stream().mapToInt(List::size).max().orElse(0))
                : Headers.of(first.get(headerRow));
        store.create(headers);
        if (!loadDirectly(table, headerRow + 1, store, progress)) {
            loadRewritten(table, headers.size(), headerRow + 1, store, work, progress);
        }
        long rows = store.rows();
        if (rows == 0) {
            throw new UserFacingException(
                    "\"" + fileName + "\" has a header but no rows below it. Export a period with orders in it.");
        }
        return new SourceSummary(table.format(), headers, rows);
    }

    private static boolean loadDirectly(Table table, int skip, TransactionStore store, Progress progress)
            throws IOException {
        if (!(table instanceof CsvTable csv)) {
            return false;
        }
        Optional<CsvLayout> layout = csv.regular(skip);
        if (layout.isEmpty()) {
            return false;
        }
        try {
            store.loadCsv(csv.file(), layout.get(), progress);
            return true;
        } catch (MalformedCsvException e) {
            // not as regular as it looked: the patient reader takes it
            return false;
        }
    }

    private static void loadRewritten(
            Table table, int columns, int skip, TransactionStore store, WorkFolder work, Progress progress)
            throws IOException {
        Path csv = work.newFile();
        try (RowWriter rows = new RowWriter(Files.newOutputStream(csv), columns, skip)) {
            table.scan(rows, (fraction, detail) -> progress.report(0.7 * fraction, detail));
        }
        try {
            store.loadCsv(
                    csv, new CsvLayout(',', 0), (fraction, detail) -> progress.report(0.7 + 0.3 * fraction, detail));
        } catch (MalformedCsvException e) {
            throw new IllegalStateException("The rewritten rows are not regular.", e);
        } finally {
            Files.deleteIfExists(csv);
        }
    }
}
