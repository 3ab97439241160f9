package io.segmenta.engine.ingest.text;

import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.RowHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * Takes rows that stand in quotes as a whole, {@code "a,b,""c"""}, which is what a spreadsheet makes of a CSV file whose rows it holds in
 * one column. Rows that are not wrapped are passed on as they are.
 */
final class WrappedRows implements RowHandler {
    private static final int USUAL_ROW = 1 << 10;

    private final RowHandler target;
    private final char delimiter;
    private byte[] only = {};
    private int cells;

    WrappedRows(RowHandler target, char delimiter) {
        this.target = target;
        this.delimiter = delimiter;
    }

    /** The first rows of a text, unwrapped; none where most of its rows have several cells anyway. */
    static List<List<String>> of(byte[] text, char delimiter) throws IOException {
        FirstRows wrapped = new FirstRows(FirstRows.MOST);
        new CsvScanner(new ByteArrayInputStream(text), delimiter).scan(wrapped);
        long single = wrapped.rows().stream().filter(row -> row.size() == 1).count();
        if (2 * single < wrapped.rows().size()) {
            return List.of();
        }
        FirstRows rows = new FirstRows(FirstRows.MOST);
        new CsvScanner(new ByteArrayInputStream(text), delimiter).scan(new WrappedRows(rows, delimiter));
        return rows.rows();
    }

    @Override
    public void cell(int column, byte[] utf8, int from, int to) {
        if (column == 0) {
            only = Arrays.copyOfRange(utf8, from, to);
        } else {
            if (column == 1) {
                target.cell(0, only, 0, only.length);
            }
            target.cell(column, utf8, from, to);
        }
        cells = column + 1;
    }

    @Override
    public boolean endRow() {
        int count = cells;
        cells = 0;
        if (count != 1) {
            return target.endRow();
        }
        Row row = new Row(target);
        try {
            new CsvScanner(new ByteArrayInputStream(only), delimiter, USUAL_ROW).scan(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row.ended ? row.more : target.endRow();
    }

    /** Takes one row; what a line break inside a cell would begin is no row of the file. */
    private static final class Row implements RowHandler {
        private final RowHandler target;
        private boolean ended;
        private boolean more = true;

        Row(RowHandler target) {
            this.target = target;
        }

        @Override
        public void cell(int column, byte[] utf8, int from, int to) {
            target.cell(column, utf8, from, to);
        }

        @Override
        public boolean endRow() {
            ended = true;
            more = target.endRow();
            return false;
        }
    }
}
