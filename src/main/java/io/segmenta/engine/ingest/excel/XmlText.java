package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.RowHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of an XML document in UTF-8, with the five entities of XML and character references resolved. */
final class XmlText {
    private static final int LONGEST_ENTITY = 12;

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void add(byte[] xml, int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (xml[i] == '&') {
                int end = i + 1;
                while (end < to && end < i + LONGEST_ENTITY && xml[end] != ';') {
                    end++;
                }
                if (end < to && xml[end] == ';') {
                    addLiteral(xml, start, i);
                    byte[] resolved = resolve(new String(xml, i + 1, end - i - 1, StandardCharsets.US_ASCII));
                    addLiteral(resolved, 0, resolved.length);
                    start = end + 1;
                    i = end;
                }
            }
        }
        addLiteral(xml, start, to);
    }

    void addLiteral(byte[] utf8, int from, int to) {
        int needed = length + to - from;
        if (needed > RowHandler.MAX_CELL) {
            throw huge();
        }
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * needed);
        }
        System.arraycopy(utf8, from, bytes, length, to - from);
        length = needed;
    }

    private static byte[] resolve(String entity) {
        String resolved =
                switch (entity) {
                    case "amp" -> "&";
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "quot" -> "\"";
                    case "apos" -> "'";
                    default -> character(entity);
                };
        return resolved.getBytes(StandardCharsets.UTF_8);
    }

    private static String character(String entity) {
        try {
            int point = entity.startsWith("#x")
                    ? Integer.parseInt(entity.substring(2), 16)
                    : Integer.parseInt(entity.substring(1));
            return Character.toString(point);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "&" + entity + ";";
        }
    }

    static UserFacingException huge() {
        return new UserFacingException(
                "A cell of the sheet holds more than a million characters. Shorten it and upload the file again.");
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
