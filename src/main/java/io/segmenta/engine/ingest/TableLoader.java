package io.segmenta.engine.ingest;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.ingest.table.RowWriter;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.TextFile;
import io.segmenta.engine.transactions.CsvLayout;
import io.segmenta.engine.transactions.MalformedCsvException;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Adds the rows of a table to the store: regular text files as they are, all else rewritten as regular text. */
final class TableLoader {
    private static final double REWRITING_SHARE = 0.7;

    private final TransactionStore store;
    private final WorkFolder work;
    private final int columns;
    private final Progress progress;

    TableLoader(TransactionStore store, WorkFolder work, int columns, Progress progress) {
        this.store = store;
        this.work = work;
        this.columns = columns;
        this.progress = progress;
    }

    /**
     * @param skip rows with any text before the first data row
     * @return rows with more cells than there are columns, whose rest was left out
     */
    long load(Table table, int skip) throws IOException {
        Optional<TextFile> text = table.text();
        return text.isPresent() && loadDirectly(text.get(), skip) ? 0 : loadRewritten(table, skip);
    }

    private boolean loadDirectly(TextFile text, int skip) throws IOException {
        Optional<CsvLayout> layout = text.regular(skip);
        if (layout.isEmpty()) {
            return false;
        }
        try {
            store.loadCsv(text.file(), layout.get(), progress);
            return true;
        } catch (MalformedCsvException e) {
            // not as regular as it looked: the patient reader takes it
            return false;
        }
    }

    private long loadRewritten(Table table, int skip) throws IOException {
        Path csv = work.newFile();
        long cut;
        try (RowWriter rows = new RowWriter(Files.newOutputStream(csv), columns, skip)) {
            table.scan(rows, (fraction, detail) -> progress.report(REWRITING_SHARE * fraction, detail));
            cut = rows.cut();
        }
        try {
            store.loadCsv(
                    csv,
                    new CsvLayout(',', 0),
                    (fraction, detail) -> progress.report(REWRITING_SHARE + (1 - REWRITING_SHARE) * fraction, detail));
            return cut;
        } catch (MalformedCsvException e) {
            throw new IllegalStateException("The rewritten rows are not regular.", e);
        } finally {
            Files.deleteIfExists(csv);
        }
    }
}
