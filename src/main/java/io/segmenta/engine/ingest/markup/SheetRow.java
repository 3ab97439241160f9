package io.segmenta.engine.ingest.markup;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.RowHandler;
import java.util.Map;
import java.util.TreeMap;

/** The cells of a row on their way to the handler: a row may stand for many equal ones. */
final class SheetRow {
    /** As many columns as a sheet can have. */
    private static final int MOST_COLUMNS = 16_384;

    /** What a file may say by repeating; a sheet that was typed or exported says less. */
    private static final long MOST_CELLS = 100_000_000;

    private final Map<Integer, String> cells = new TreeMap<>();
    private int column;
    private long repeated;

    void begin() {
        cells.clear();
        column = 0;
    }

    /** The next cell stands in this column, from 0. */
    void moveTo(int next) {
        column = Math.max(column, Math.min(next, MOST_COLUMNS));
    }

    /** @param times how often the cell stands side by side, at least 1 */
    void add(String text, int times) {
        if (!text.isEmpty()) {
            for (int i = 0; i < times && column + i < MOST_COLUMNS; i++) {
                cells.put(column + i, text);
            }
        }
        column = Math.min(column + times, MOST_COLUMNS);
    }

    /**
     * @param times how often the row stands below itself; blank ones are handed over once
     * @return whether more rows are wanted
     */
    boolean end(RowHandler handler, int times) {
        boolean more = true;
        for (int i = 0; more && i < (cells.isEmpty() ? 1 : times); i++) {
            repeated += cells.size();
            if (repeated > MOST_CELLS) {
                throw new UserFacingException("A sheet repeats its cells more than a hundred million times, which no "
                        + "export does. Save the sheet with your orders as CSV and upload that.");
            }
            cells.forEach(handler::text);
            more = handler.endRow();
        }
        return more;
    }
}
