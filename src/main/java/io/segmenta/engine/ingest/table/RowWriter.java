package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes the rows of any format as regular CSV (UTF-8, comma, every row as wide as the header), which the dataset store loads in bulk.
 * Missing cells are empty, cells beyond the last header are left out, rows without a single cell are no rows. A full disk shows as an
 * {@link UncheckedIOException}, a row of more than a million bytes as a {@link UserFacingException}.
 */
public final class RowWriter implements RowHandler, AutoCloseable {
    /** Below what the store takes as one line. */
    private static final int MAX_ROW = 1_000_000;

    private static final int CAPACITY = 1 << 16;

    private final OutputStream out;
    private final int columns;
    private final byte[] buffer = new byte[CAPACITY];
    private int used;
    private int skip;
    private int written;
    private boolean anyCell;
    private boolean anyText;
    private long rowBytes;
    private long rows;

    /**
     * @param columns of the header
     * @param skip rows with any text to leave out at the start, and all blank ones before and between them
     */
    public RowWriter(OutputStream out, int columns, int skip) {
        this.out = out;
        this.columns = columns;
        this.skip = skip;
    }

    /** @throws UserFacingException where a row is longer than a million bytes */
    @Override
    public void cell(int column, byte[] utf8, int from, int to) {
        anyCell = true;
        if (skip > 0) {
            anyText = anyText || hasText(utf8, from, to);
            return;
        }
        if (column >= columns || column < written) {
            return;
        }
        rowBytes += to - from;
        if (rowBytes > MAX_ROW) {
            throw new UserFacingException(
                    "Row " + (rows + 1) + " after the header holds more than a million characters. Shorten it and "
                            + "upload the file again.");
        }
        delimitersTo(column);
        if (needsQuotes(utf8, from, to)) {
            quoted(utf8, from, to);
        } else {
            put(utf8, from, to);
        }
    }

    @Override
    public boolean endRow() {
        if (skip > 0) {
            skip -= anyText ? 1 : 0;
        } else if (anyCell) {
            delimitersTo(columns - 1);
            put('\n');
            rows++;
        }
        anyCell = false;
        anyText = false;
        rowBytes = 0;
        written = 0;
        return true;
    }

    /** Rows written so far. */
    long rows() {
        return rows;
    }

    private static boolean hasText(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            if (utf8[i] > ' ' || utf8[i] < 0) {
                return true;
            }
        }
        return false;
    }

    private void delimitersTo(int column) {
        if (written == 0) {
            written = 1;
        }
        for (; written <= column; written++) {
            put(',');
        }
    }

    private static boolean needsQuotes(byte[] utf8, int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = utf8[i];
            if (b == ',' || b == '"' || b == '\n' || b == '\r' || b == 0) {
                return true;
            }
        }
        return false;
    }

    private void quoted(byte[] utf8, int from, int to) {
        put('"');
        for (int i = from; i < to; i++) {
            if (utf8[i] == '"') {
                put('"');
            }
            if (utf8[i] != 0) {
                put(utf8[i]);
            }
        }
        put('"');
    }

    private void put(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > CAPACITY - used) {
            flush();
        }
        if (length > CAPACITY) {
            write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, used, length);
            used += length;
        }
    }

    private void put(int b) {
        if (used == CAPACITY) {
            flush();
        }
        buffer[used++] = (byte) b;
    }

    private void flush() {
        write(buffer, 0, used);
        used = 0;
    }

    private void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
