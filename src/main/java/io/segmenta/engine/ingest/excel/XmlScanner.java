package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.io.InputStream;
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
    private final XmlText text = new XmlText();

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
        XmlText value = new XmlText();
        value.add(buffer, valueFrom, valueTo);
        return value.toString();
    }

    void collect(boolean wanted) {
        collecting = wanted;
    }

    /** The text gathered since it was last cleared. */
    XmlText text() {
        return text;
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
                    text.add(buffer, position, i);
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
                throw XmlText.huge();
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
            text.addLiteral(buffer, position + CDATA.length(), tagEnd - 2);
        }
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
}
