package io.segmenta.engine.ingest.table;

import java.util.List;
import java.util.Locale;

/**
 * Two tables that were joined: many rows of one lead to one row of the other, so that every row of the first stays once.
 *
 * @param from name of the one, as the catalogue of the file has it
 * @param rows of it; as many come out of the join
 * @param to name of the other
 * @param toRows rows of that
 * @param keys columns of {@code from} that lead there; more than one where only together they tell a row
 * @param partners rows of {@code from} that found their row
 * @param unused rows of {@code to} that none leads to
 */
public record TableLink(String from, long rows, String to, long toRows, List<String> keys, long partners, long unused) {
    public TableLink {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || partners < 0 || partners > rows || unused < 0 || unused > toRows) {
            throw new IllegalArgumentException("no link of " + from + " to " + to + ": " + partners + " of " + rows
                    + " rows by " + keys + ", " + unused + " of " + toRows + " unused");
        }
    }

    /** Rows of {@code from} that found no row. */
    public long alone() {
        return rows - partners;
    }

    /** The name of a table without folder and ending. */
    public static String shortName(String table) {
        String file = table.substring(table.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** In a sentence. */
    public String says() {
        return String.format(
                Locale.ENGLISH,
                "Joined: %s (%,d rows) with %s (%,d rows) by %s: %,d rows found a partner, %,d did not%s.",
                shortName(from),
                rows,
                shortName(to),
                toRows,
                String.join(" and ", keys),
                partners,
                alone(),
                unused == 0 ? "" : String.format(Locale.ENGLISH, "; %,d rows of %s have none", unused, shortName(to)));
    }
}
