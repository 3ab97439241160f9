package io.segmenta.engine.transactions;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows of totals that stood below the rows of a file, kept to be held against what is made of these. Table {@code stated} has one row a cell:
 * {@code part} the table of the file, {@code line} the row of a total counted from the last one (0), {@code header} and {@code cell} as
 * written, null where the part has no such total. There is no table where the file has no total.
 */
public final class StatedTotals {
    public static final String TABLE = "stated";

    private StatedTotals() {}

    /**
     * Adds those of the tables that make up the rows of a store now.
     *
     * @param parts of each table its totals, the last first, each as cells in the order of the headers
     */
    public static void keep(TransactionStore store, List<List<List<String>>> parts) {
        if (parts.stream().allMatch(List::isEmpty)) {
            return;
        }
        store.execute(
                "CREATE TABLE IF NOT EXISTS " + TABLE + " (part BIGINT, line INTEGER, header VARCHAR, cell VARCHAR)");
        long earlier = store.number("SELECT count(DISTINCT part) FROM " + TABLE);
        List<String> headers = store.headers();
        for (int part = 0; part < parts.size(); part++) {
            List<List<String>> lines = parts.get(part).isEmpty() ? List.of(List.of()) : parts.get(part);
            String begin = "(" + (earlier + part) + ", ";
            store.execute(IntStream.range(0, lines.size())
                    .boxed()
                    .flatMap(line -> values(begin + line + ", ", headers, lines.get(line)))
                    .collect(Collectors.joining(", ", "INSERT INTO " + TABLE + " VALUES ", "")));
        }
    }

    private static Stream<String> values(String begin, List<String> headers, List<String> cells) {
        return IntStream.range(0, headers.size())
                .mapToObj(i -> begin + Sql.text(headers.get(i)) + ", "
                        + (i < cells.size() && !cells.get(i).isBlank() ? Sql.text(cells.get(i)) : "NULL") + ")");
    }
}
