package io.segmenta.engine.ingest.text;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.RowHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts any delimited UTF-8 text, or one in columns of blanks, into cells and never gives up: rows may be ragged, line ends mixed, a quote that is never closed is
 * a letter. The store's own reader is faster and is asked first; this one takes what that one refuses.
 */
final class CsvScanner {
    /** A quoted cell that goes on for longer was never meant to be one. */
    private static final int MAX_QUOTED = 1 << 16;

    private static final int MAX_LINE_BREAKS = 100;
    /** A file with more stray quotes than this does not quote. */
    private static final int MAX_STRAY_QUOTES = 10_000;

    private final InputStream in;
    private final byte delimiter;
    private byte[] buffer;
    private int position;
    private int limit;
    private boolean ended;
    private long row = 1;
    private long consumed;
    private int strayQuotes;

    CsvScanner(InputStream in, char delimiter) {
        this(in, delimiter, 1 << 16);
    }

    /** @param capacity bytes to read at a time, at least 1 */
    CsvScanner(InputStream in, char delimiter, int capacity) {
        this.in = in;
        this.delimiter = (byte) delimiter;
        this.buffer = new byte[capacity];
    }

    /** Bytes handed over so far. */
    long consumed() {
        return consumed - (limit - position);
    }

    /** Rows handed over so far, blank ones too. */
    long rows() {
        return row - 1;
    }

    /** Hands over rows until the text ends or the handler has enough. */
    void scan(RowHandler handler) throws IOException {
        boolean more = true;
        while (more && available(0)) {
            more = row(handler);
            row++;
        }
    }

    private boolean row(RowHandler handler) throws IOException {
        if (endOfLine(position)) {
            skipLineEnd();
            return handler.endRow();
        }
        skipBlanks();
        for (int column = 0; ; column++) {
            cell(handler, column);
            if (available(0) && buffer[position] == delimiter) {
                position++;
                skipBlanks();
            } else {
                skipLineEnd();
                return handler.endRow();
            }
        }
    }

    /** Where blanks separate the cells, any number of them counts as one. */
    private void skipBlanks() throws IOException {
        while (delimiter == ' ' && available(0) && buffer[position] == ' ') {
            position++;
        }
    }

    private void cell(RowHandler handler, int column) throws IOException {
        if (available(0) && buffer[position] == '"' && strayQuotes < MAX_STRAY_QUOTES) {
            if (quotedCell(handler, column)) {
                return;
            }
            strayQuotes++;
        }
        int length = 0;
        while (available(length) && buffer[position + length] != delimiter && !endOfLine(position + length)) {
            length++;
        }
        handler.cell(column, buffer, position, position + length);
        position += length;
    }

    /** @return false, with nothing consumed, where the quote is not closed properly */
    private boolean quotedCell(RowHandler handler, int column) throws IOException {
        byte[] cell = new byte[64];
        int size = 0;
        int lineBreaks = 0;
        for (int i = 1; i < MAX_QUOTED && lineBreaks <= MAX_LINE_BREAKS && available(i); i++) {
            byte b = buffer[position + i];
            if (b == '\n') {
                lineBreaks++;
            }
            if (b == '"') {
                if (!available(i + 1) || buffer[position + i + 1] == delimiter || endOfLine(position + i + 1)) {
                    handler.cell(column, cell, 0, size);
                    position += i + 1;
                    return true;
                }
                if (buffer[position + i + 1] == '"') {
                    i++;
                }
            }
            if (size == cell.length) {
                cell = Arrays.copyOf(cell, 2 * size);
            }
            cell[size++] = b;
        }
        return false;
    }

    private boolean endOfLine(int at) {
        return buffer[at] == '\n' || buffer[at] == '\r';
    }

    private void skipLineEnd() throws IOException {
        if (available(0) && buffer[position] == '\r') {
            position++;
        }
        if (available(0) && buffer[position] == '\n') {
            position++;
        }
    }

    /** Whether there is a byte at {@code offset} from the current position, which the buffer then holds. */
    private boolean available(int offset) throws IOException {
        while (position + offset >= limit) {
            if (ended) {
                return false;
            }
            if (offset > RowHandler.MAX_CELL) {
                throw new UserFacingException(
                        "Row " + row
                                + " of the file holds a cell of more than a million characters. Shorten it and upload the file again.");
            }
            fill();
        }
        return true;
    }

    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            position = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            ended = true;
        } else {
            limit += n;
            consumed += n;
        }
    }
}
