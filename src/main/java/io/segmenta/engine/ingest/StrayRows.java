package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.transactions.StatedTotals;
import io.segmenta.engine.transactions.TransactionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The rows of a table that are no data of it: blank ones, the header once more, further tables below, totals and remarks at its end. They
 * are looked for after loading, in columns where they stand out, so that a regular file need not be rewritten for them; rows are numbered
 * without them.
 */
final class StrayRows {
    private static final int MOST_FOOTERS = 10;

    private final TransactionStore store;
    private final List<String> notes = new ArrayList<>();
    /** Of each table that was looked at, the last row first. */
    private final List<List<List<String>>> totals = new ArrayList<>();

    /** First and last row of each stretch. */
    private final NavigableMap<Long, Long> strays = new TreeMap<>();

    private long headersAgain;
    private long cutRows;

    StrayRows(TransactionStore store) {
        this.store = store;
    }

    /** Sentences on what is left out, except for blank rows. */
    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (headersAgain > 0) {
            all.add("The header comes again " + times(headersAgain) + " among the rows and was left out there.");
        }
        if (cutRows > 0) {
            all.add(String.format(
                    Locale.ENGLISH,
                    "%,d %s more cells than there are columns; what stands beyond the last column was left out.",
                    cutRows,
                    cutRows == 1 ? "row has" : "rows have"));
        }
        return all;
    }

    private static String times(long count) {
        return count == 1 ? "once" : String.format(Locale.ENGLISH, "%,d times", count);
    }

    /**
     * Looks at the rows of a table that were loaded last.
     *
     * @param from number of its first row in the store, from 0
     * @param headerRow as in {@link TableShape}
     * @param cut rows that had more cells than there are columns
     */
    void look(long from, Table table, int headerRow, long cut) {
        cutRows += cut;
        LoadedRows rows = new LoadedRows(store, from, store.rows());
        String where = table.name().isEmpty() ? "" : "\"" + table.name() + "\": ";
        List<List<String>> first = table.firstRows();
        List<List<String>> data = leading(first.subList(headerRow + 1, first.size()));
        strays.putAll(rows.blanks());
        if (headerRow >= 0) {
            for (Sections.Part part : new Sections(rows, first.get(headerRow), data).parts()) {
                if (part.names().isEmpty()) {
                    headersAgain++;
                } else {
                    notes.add(where + otherTable(rows, part));
                }
                strays.subMap(part.first(), part.end()).clear();
                strays.put(part.first(), part.end() - 1);
            }
        }
        footers(rows, Footers.usual(data), where);
    }

    /** The rows up to one without any number or date, which may be the header of a further table. */
    private static List<List<String>> leading(List<List<String>> firstRows) {
        List<List<String>> leading = new ArrayList<>();
        for (List<String> row : firstRows) {
            if (!Cells.noValues(row)) {
                leading.add(row);
            } else if (!leading.isEmpty()) {
                break;
            }
        }
        return leading;
    }

    private String otherTable(LoadedRows rows, Sections.Part part) {
        TableMoney money = TableMoney.of(
                Headers.of(part.names()),
                rows.between(part.header() + 1, part.end() - 1, TableMoney.MOST_ROWS)
                        .values());
        long strayAbove = strays.subMap(rows.from(), part.first()).entrySet().stream()
                .mapToLong(stretch -> stretch.getValue() - stretch.getKey() + 1)
                .sum();
        return String.format(
                Locale.ENGLISH,
                "Another table begins below row %,d of the data (%s); it was not read. Put it into a file of its own to read it.",
                part.first() - rows.from() - strayAbove,
                money);
    }

    private void footers(LoadedRows rows, long usual, String where) {
        long last = rows.end() - 1;
        List<List<String>> stated = new ArrayList<>();
        totals.add(stated);
        for (int found = 0; found < MOST_FOOTERS; ) {
            while (isStray(last)) {
                last = strays.floorKey(last) - 1;
            }
            if (last < rows.from()) {
                return;
            }
            List<String> cells = rows.between(last, last, 1).getOrDefault(last, List.of());
            String text = cells.stream()
                    .filter(cell -> !cell.isBlank())
                    .map(String::strip)
                    .collect(Collectors.joining(", "));
            if (Footers.isTotal(cells, usual)) {
                stated.add(cells);
                notes.add(where + "The row at the end with a total (" + text + ") was left out.");
            } else if (Footers.isRemark(cells, usual)) {
                notes.add(where + "The remark at the end, \"" + text + "\", was left out.");
            } else {
                return;
            }
            strays.put(last, last);
            found++;
        }
    }

    private boolean isStray(long row) {
        Map.Entry<Long, Long> stretch = strays.floorEntry(row);
        return stretch != null && row <= stretch.getValue();
    }

    /** Removes them all at once, since the numbers of rows must have no gaps; the totals are kept beside the rows. */
    void leaveOut() {
        StatedTotals.keep(store, totals);
        if (strays.isEmpty()) {
            return;
        }
        store.execute("CREATE TEMP TABLE stray (first BIGINT, last BIGINT)");
        List<String> values = strays.entrySet().stream()
                .map(stretch -> "(" + stretch.getKey() + ", " + stretch.getValue() + ")")
                .toList();
        for (int i = 0; i < values.size(); i += 10_000) {
            store.execute("INSERT INTO stray VALUES "
                    + String.join(", ", values.subList(i, Math.min(values.size(), i + 10_000))));
        }
        store.execute("CREATE TABLE kept AS SELECT * FROM source WHERE rowid NOT IN"
                + " (SELECT unnest(range(first, last + 1)) FROM stray) ORDER BY rowid");
        store.replaceRows("kept");
        store.execute("DROP TABLE stray");
    }
}
