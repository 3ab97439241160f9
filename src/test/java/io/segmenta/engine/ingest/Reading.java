package io.segmenta.engine.ingest;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a file became.
 *
 * @param rows a bar between the cells, a null cell as ~
 * @param numbers of the rows in the store
 */
record Reading(SourceSummary summary, List<String> rows, List<Long> numbers) {

    static Reading of(Path folder, byte[] content) throws IOException {
        return of(folder, content, SourceOptions.AUTOMATIC);
    }

    /** Reads in a folder of its own and makes sure that nothing but the store stays there. */
    static Reading of(Path folder, byte[] content, SourceOptions options) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        Path stored = folder.resolve("rows.duckdb");
        Files.deleteIfExists(stored);
        try (TransactionStore store = TransactionStore.open(stored, new StoreLimits(128, 2))) {
            SourceSummary summary = DatasetReader.read(file, "orders.dat", options, store, Progress.SILENT);
            List<String> rows = new ArrayList<>();
            String cells = IntStream.range(0, summary.headers().size())
                    .mapToObj(i -> "coalesce(c" + i + ", '~')")
                    .collect(Collectors.joining(" || '|' || "));
            store.query(
                    "SELECT " + cells + " FROM source ORDER BY rowid", row -> rows.add(String.valueOf(row.text(0))));
            if (summary.rows() != rows.size()) {
                throw new AssertionError(summary.rows() + " rows were told, " + rows.size() + " are there");
            }
            List<Long> numbers = new ArrayList<>();
            store.query("SELECT rowid FROM source ORDER BY rowid", row -> numbers.add(row.integer(0)));
            return new Reading(summary, rows, numbers);
        } finally {
            nothingLeftBehind(folder);
        }
    }

    static void nothingLeftBehind(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> left = files.map(f -> f.getFileName().toString())
                    .filter(name -> !name.equals("upload") && !name.equals("rows.duckdb"))
                    .toList();
            if (!left.isEmpty()) {
                throw new AssertionError("Left behind: " + left);
            }
        }
    }
}
