package io.segmenta.engine.ingest.table;

import java.nio.charset.StandardCharsets;

/** Takes a table cell by cell, whatever format it comes from. */
public interface RowHandler {
    /** The longest cell in bytes; a spreadsheet's cell holds 32,767 characters at most. */
    int MAX_CELL = 1_000_000;

    /**
     * A cell that is there, in UTF-8; the bytes are valid only during the call.
     *
     * @param column from 0, ascending within a row but not necessarily gapless
     */
    void cell(int column, byte[] utf8, int from, int to);

    /** A cell of a source that gives texts rather than bytes. */
    default void text(int column, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        cell(column, utf8, 0, utf8.length);
    }

    /** @return whether more rows are wanted */
    boolean endRow();
}
