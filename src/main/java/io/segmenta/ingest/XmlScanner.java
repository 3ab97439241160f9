package io.segmenta.ingest;

import io.segmenta.base.UserFacingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Steps from tag to tag through the UTF-8 bytes of an Office Open XML part. It knows the five entities of XML and character
 * references, and refuses a DTD, so there is nothing to expand. It makes no strings: a general parser takes five times as long on a
 * sheet, most of it for strings nobody asks for.
 */
final class XmlScanner {
    private static final int MAX_TAG = 1 << 20;
    private static final int MAX_TEXT = 1 << 23;
    private static final String CDATA = "![CDATA[";

    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long consumed;
    private long name;
    private int tagEnd;
    private boolean closing;
    private boolean empty;
    private long attribute;
    private int valueFrom;
    private int valueTo;
    private boolean collecting;
    private byte[] text = new byte[1 << 10];
    private int textLength;

    XmlScanner(InputStream in) {
        this.in = in;
    }

    /** Bytes read so far, for progress. */
    long consumed() {
        return consumed;
    }

    /** A name as a number, for quick comparison: its last eight characters. */
    static long key(String name) {
        long key = 0;
        for (int i = 0; i < name.length(); i++) {
            key = key << 8 | name.charAt(i);
        }
        return key;
    }

    /** Moves to the next tag, gathering the text before it where it is wanted; false at the end. */
    boolean next() throws IOException {
        while (toTag()) {
            if (buffer[position] == '!' || buffer[position] == '?') {
                closeTag(0);
                special();
            } else {
                tag();
                position = tagEnd + 1;
                return true;
            }
            position = tagEnd + 1;
        }
        return false;
    }

    /** The {@link #key} of the tag's name, without its prefix. */
    long name() {
        return name;
    }

    /** A tag like {@code </v>} or {@code <v/>}. */
    boolean ends() {
        return closing || empty;
    }

    /** A tag like {@code <v>} or {@code <v/>}. */
    boolean begins() {
        return !closing;
    }

    /** Moves to the next attribute of the tag; to be called before the next tag is asked for. */
    boolean nextAttribute() {
        int i = valueTo + 1;
        while (i < tagEnd && buffer[i] <= ' ') {
            i++;
        }
        attribute = 0;
        for (; i < tagEnd && buffer[i] != '='; i++) {
            attribute = buffer[i] == ':' ? 0 : attribute << 8 | buffer[i];
        }
        valueFrom = Math.min(i + 2, tagEnd);
        byte quote = buffer[Math.min(i + 1, tagEnd)];
        i = valueFrom;
        while (i < tagEnd && buffer[i] != quote) {
            i++;
        }
        valueTo = i;
        return i < tagEnd;
    }

    /** The {@link #key} of the attribute's name, without its prefix. */
    long attribute() {
        return attribute;
    }

    boolean valueIs(String value) {
        return equal(valueFrom, valueTo, value);
    }

    /** The attribute's digits as a number, 0 where there are none. */
    int number() {
        int number = 0;
        for (int i = valueFrom; i < valueTo && buffer[i] >= '0' && buffer[i] <= '9' && number < 1 << 24; i++) {
            number = number * 10 + buffer[i] - '0';
        }
        return number;
    }

    /** The column of a cell reference such as AB12, from 0; -1 where it names none. */
    int column() {
        int letters = 0;
        for (int i = valueFrom; i < valueTo && buffer[i] >= 'A' && buffer[i] <= 'Z' && letters < 1 << 20; i++) {
            letters = letters * 26 + buffer[i] - 'A' + 1;
        }
        return letters - 1;
    }

    /** The attribute's value with its entities resolved. */
    String value() {
        int before = textLength;
        collect(valueFrom, valueTo);
        String value = new String(text, before, textLength - before, StandardCharsets.UTF_8);
        textLength = before;
        return value;
    }

    void collect(boolean wanted) {
        collecting = wanted;
    }

    /** The gathered text is the first {@link #textLength()} bytes. */
    byte[] text() {
        return text;
    }

    int textLength() {
        return textLength;
    }

    void clearText() {
        textLength = 0;
    }

    /** Moves behind the next '<', where at least one more byte then stands. */
    private boolean toTag() throws IOException {
        int offset = 0;
        while (true) {
            int i = position + offset;
            while (i < limit && buffer[i] != '<') {
                i++;
            }
            if (i < limit - 1) {
                if (collecting) {
                    collect(position, i);
                }
                position = i + 1;
                return true;
            }
            if (collecting) {
                offset = i - position;
            } else {
                position = i;
            }
            if (offset > MAX_TEXT) {
                throw hugeCell();
            }
            if (!fill()) {
                return false;
            }
        }
    }

    private void tag() throws IOException {
        closing = buffer[position] == '/';
        int offset = closing ? 1 : 0;
        long key = 0;
        while (true) {
            for (int i = position + offset; i < limit; i++) {
                byte b = buffer[i];
                if (b == '>' || b <= ' ' || b == '/') {
                    name = key;
                    int length = i - position;
                    closeTag(length);
                    valueTo = position + length - 1;
                    empty = !closing && buffer[tagEnd - 1] == '/';
                    return;
                }
                key = b == ':' ? 0 : key << 8 | b;
            }
            offset = limit - position;
            if (offset > MAX_TAG || !fill()) {
                throw broken();
            }
        }
    }

    /** Finds the '>' of the tag at the position, from an offset on; the buffer then holds all of it. */
    private void closeTag(int from) throws IOException {
        int offset = from;
        byte quote = 0;
        while (true) {
            for (int i = position + offset; i < limit; i++) {
                byte b = buffer[i];
                if (quote != 0) {
                    quote = b == quote ? 0 : quote;
                } else if (b == '>') {
                    if (closes(i)) {
                        tagEnd = i;
                        return;
                    }
                } else if ((b == '"' || b == '\'') && buffer[position] != '!') {
                    quote = b;
                }
            }
            offset = limit - position;
            if (offset > MAX_TAG || !fill()) {
                throw broken();
            }
        }
    }

    private boolean closes(int at) {
        if (buffer[position] != '!') {
            return true;
        }
        if (startsWith("!--")) {
            return at - position >= 5 && equal(at - 2, at, "--");
        }
        return !startsWith(CDATA) || equal(at - 2, at, "]]");
    }

    private void special() {
        if (startsWith("!DOCTYPE")) {
            throw new UserFacingException(
                    "This workbook declares XML entities, which no spreadsheet program writes and which can harm "
                            + "the reader. Open it in Excel or LibreOffice, save it again as .xlsx and upload that.");
        }
        if (collecting && startsWith(CDATA)) {
            append(buffer, position + CDATA.length(), tagEnd - 2);
        }
    }

    private void collect(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (buffer[i] == '&') {
                append(buffer, start, i);
                start = i;
                int end = i + 1;
                while (end < to && end < i + 12 && buffer[end] != ';') {
                    end++;
                }
                if (end < to && buffer[end] == ';') {
                    byte[] resolved = entity(new String(buffer, i + 1, end - i - 1, StandardCharsets.US_ASCII));
                    append(resolved, 0, resolved.length);
                    start = end + 1;
                    i = end;
                }
            }
        }
        append(buffer, start, to);
    }

    private static byte[] entity(String name) {
        String resolved =
                switch (name) {
                    case "amp" -> "&";
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "quot" -> "\"";
                    case "apos" -> "'";
                    default -> character(name);
                };
        return resolved.getBytes(StandardCharsets.UTF_8);
    }

    private static String character(String name) {
        try {
            int point = name.startsWith("#x")
                    ? Integer.parseInt(name.substring(2), 16)
                    : Integer.parseInt(name.substring(1));
            return Character.toString(point);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "&" + name + ";";
        }
    }

    private void append(byte[] bytes, int from, int to) {
        int needed = textLength + to - from;
        if (needed > CsvScanner.MAX_CELL) {
            throw hugeCell();
        }
        if (needed > text.length) {
            text = Arrays.copyOf(text, 2 * needed);
        }
        System.arraycopy(bytes, from, text, textLength, to - from);
        textLength = needed;
    }

    private boolean startsWith(String start) {
        return limit - position >= start.length() && equal(position, position + start.length(), start);
    }

    private boolean equal(int from, int to, String expected) {
        if (to - from != expected.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (buffer[i] != expected.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int n = in.read(buffer, limit, buffer.length - limit);
        if (n < 0) {
            return false;
        }
        limit += n;
        consumed += n;
        return true;
    }

    static UserFacingException broken() {
        return new UserFacingException(
                "The workbook ends in the middle of a sheet: it was cut off or is damaged. Open it in Excel or "
                        + "LibreOffice, save it again and upload that.");
    }

    private static UserFacingException hugeCell() {
        return new UserFacingException(
                "A cell of the sheet holds more than a million characters. Shorten it and upload the file again.");
    }
}
