package io.segmenta.engine.ingest.text;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.TextFile;
import io.segmenta.engine.transactions.CsvLayout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A delimited text file. */
record CsvTable(Path file, TextLayout layout) implements Table, TextFile {
    private static final long REPORT_EVERY_ROWS = 20_000;

    static CsvTable of(Path file, String name, Encodings.@Nullable Found encoding) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new CsvTable(file, TextLayout.of(in, name, encoding));
        }
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String format() {
        return "CSV, " + layout.delimiterName() + ", " + layout.charsetName();
    }

    @Override
    public List<List<String>> firstRows() {
        return layout.firstRows();
    }

    @Override
    public OptionalLong rows() {
        long characters = firstRows().stream()
                .flatMap(List::stream)
                .mapToLong(cell -> cell.length() + 1)
                .sum();
        try {
            return OptionalLong.of(Files.size(file) * firstRows().size() / Math.max(1, characters));
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Optional<TextFile> text() {
        return Optional.of(this);
    }

    @Override
    public Optional<String> encoding() {
        return layout.charsetName().startsWith("UTF") ? Optional.empty() : Optional.of(layout.charsetName());
    }

    @Override
    public void scan(RowHandler handler, Progress progress) throws IOException {
        long size = Math.max(1, Files.size(file));
        try (InputStream in = open()) {
            CsvScanner scanner = new CsvScanner(in, layout.delimiter());
            scanner.scan(new ReportingHandler(
                    layout.wrapped() ? new WrappedRows(handler, layout.delimiter()) : handler,
                    REPORT_EVERY_ROWS,
                    () -> progress.report(Math.min(1, (double) scanner.consumed() / size), "reading rows")));
        }
    }

    @Override
    public Optional<CsvLayout> regular(int rows) throws IOException {
        if (!layout.charset().equals(StandardCharsets.UTF_8)
                || layout.hasNul()
                || layout.wrapped()
                || layout.delimiter() == ' ') {
            return Optional.empty();
        }
        if (rows == 0) {
            return layout.markBytes() == 0 ? Optional.of(new CsvLayout(layout.delimiter(), 0)) : Optional.empty();
        }
        CsvScanner scanner;
        try (InputStream in = open()) {
            scanner = new CsvScanner(in, layout.delimiter());
            scanner.scan(new FirstRows(rows));
        }
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(layout.markBytes());
            for (long i = 0; i < scanner.consumed(); i++) {
                lines += in.read() == '\n' ? 1 : 0;
            }
        }
        return lines == scanner.rows() ? Optional.of(new CsvLayout(layout.delimiter(), (int) lines)) : Optional.empty();
    }

    private InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(layout.markBytes());
        return LenientUtf8.of(in, layout.charset());
    }
}
