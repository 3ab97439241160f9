package io.segmenta.engine.ingest.table;

/** Takes a table cell by cell, whatever format it comes from. */
public interface RowHandler {
    /**
     * A cell that is there, in UTF-8; the bytes are valid only during the call.
     *
     * @param column from 0, ascending within a row but not necessarily gapless
     */
    void cell(int column, byte[] utf8, int from, int to);

    /** @return whether more rows are wanted */
    boolean endRow();
}
