package io.segmenta.engine.ingest;

import io.segmenta.engine.transactions.Row;
import io.segmenta.engine.transactions.Sql;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The rows of one table in the store, as they were loaded; rows have the numbers of the store, from 0. */
final class LoadedRows {
    /** Where more rows than these look like a header, none of them is one. */
    private static final int MOST_SUSPECTS = 1_000;

    private final TransactionStore store;
    private final long from;
    private final long end;
    private final int columns;
    /** First and last row of each run of blank ones. */
    private final NavigableMap<Long, Long> blanks = new TreeMap<>();

    LoadedRows(TransactionStore store, long from, long end) {
        this.store = store;
        this.from = from;
        this.end = end;
        this.columns = store.headers().size();
        // one condition a column: the database skips whole groups of rows that have no blank cell in one of them
        String blank =
                IntStream.range(0, columns).mapToObj(i -> "c" + i + " IS NULL").collect(Collectors.joining(" AND "));
        store.query(
                "SELECT rowid FROM source WHERE rowid >= " + from + " AND " + blank + " ORDER BY rowid",
                row -> addBlank(row.integer(0)));
    }

    private void addBlank(long row) {
        Map.Entry<Long, Long> before = blanks.lastEntry();
        if (before != null && before.getValue() == row - 1) {
            blanks.put(before.getKey(), row);
        } else {
            blanks.put(row, row);
        }
    }

    long from() {
        return from;
    }

    long end() {
        return end;
    }

    NavigableMap<Long, Long> blanks() {
        return blanks;
    }

    boolean isBlank(long row) {
        Map.Entry<Long, Long> run = blanks.floorEntry(row);
        return run != null && row <= run.getValue();
    }

    /** The numbers of those with these very cells; what is blank of them may be anything. */
    List<Long> with(List<String> cells) {
        String condition = IntStream.range(0, Math.min(columns, cells.size()))
                .filter(i -> !cells.get(i).isBlank())
                .mapToObj(i -> "c" + i + " = " + Sql.text(cells.get(i)))
                .collect(Collectors.joining(" AND "));
        List<Long> found = new ArrayList<>();
        store.query(
                "SELECT rowid FROM source WHERE rowid >= " + from + " AND " + condition + " ORDER BY rowid",
                row -> found.add(row.integer(0)));
        return found;
    }

    /**
     * Those with words in all of the columns: what begins with a sign or a figure sorts before letters, which is a comparison of numbers to
     * the database. None where they are too many to be headers.
     */
    NavigableMap<Long, List<String>> withWordsIn(List<Integer> valueColumns) {
        NavigableMap<Long, List<String>> found = where(
                valueColumns.stream().map(c -> "c" + c + " > ':'").collect(Collectors.joining(" AND ")),
                MOST_SUSPECTS + 1);
        return found.size() > MOST_SUSPECTS ? new TreeMap<>() : found;
    }

    /** Those with these numbers, as far as they are there. */
    NavigableMap<Long, List<String>> rows(LongStream numbers) {
        String list = numbers.mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return list.isEmpty() ? new TreeMap<>() : where("rowid IN (" + list + ")", Integer.MAX_VALUE);
    }

    NavigableMap<Long, List<String>> between(long first, long last, int most) {
        return where("rowid BETWEEN " + first + " AND " + last, most);
    }

    private NavigableMap<Long, List<String>> where(String condition, int most) {
        NavigableMap<Long, List<String>> found = new TreeMap<>();
        store.query(
                "SELECT rowid, COLUMNS('^c[0-9]+$') FROM source WHERE rowid >= " + from + " AND " + condition
                        + " ORDER BY rowid LIMIT " + most,
                row -> found.put(row.integer(0), cells(row)));
        return found;
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            @Nullable String cell = row.text(i);
            cells.add(cell == null ? "" : cell);
        }
        return cells;
    }
}
