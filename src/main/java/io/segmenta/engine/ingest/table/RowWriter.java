package io.segmenta.engine.ingest.table;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Writes the rows of any format as regular CSV (UTF-8, comma, every row as wide as the header), which the dataset store loads in bulk.
 * Missing cells are empty, cells beyond the last header are left out and counted, blank rows that follow each other become one. A full disk
 * shows as an {@link UncheckedIOException}, a row of more than a million bytes as a {@link UserFacingException}.
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
    private boolean anyText;
    private boolean blankBefore = true;
    private int rowStart;
    private boolean flushed;
    private boolean beyond;
    private long rowBytes;
    private long rows;
    private long cut;

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
        boolean text = hasText(utf8, from, to);
        anyText = anyText || text;
        if (skip > 0) {
            return;
        }
        if (column >= columns || column < written) {
            beyond = beyond || (text && column >= columns);
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
        } else {
            endWritten();
        }
        anyText = false;
        beyond = false;
        rowStart = used;
        flushed = false;
        rowBytes = 0;
        written = 0;
        return true;
    }

    private void endWritten() {
        // a blank row so long that some of it has left the buffer stays as it is
        if (!anyText && !flushed) {
            used = rowStart;
            written = 0;
            if (blankBefore || columns == 1) {
                return;
            }
        }
        delimitersTo(columns - 1);
        put('\n');
        rows += anyText ? 1 : 0;
        cut += beyond ? 1 : 0;
        blankBefore = !anyText;
    }

    /** Rows of which text beyond the last column was left out. */
    public long cut() {
        return cut;
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
        flushed = true;
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
