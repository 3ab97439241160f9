package io.segmenta.engine.ingest.text;

import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.UnsupportedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written, from its first 256 KiB.
 *
 * @param charset UTF-8 stands for all its supersets, see {@link LenientUtf8}
 * @param charsetName for people
 * @param markBytes length of the byte order mark
 * @param hasNul whether there are NUL bytes, which are to be dropped
 * @param wrapped whether whole rows stand in quotes, see {@link WrappedRows}
 */
record TextLayout(
        Charset charset,
        String charsetName,
        int markBytes,
        boolean hasNul,
        boolean wrapped,
        char delimiter,
        List<List<String>> firstRows) {
    private static final int SAMPLE = 1 << 18;
    private static final double CLEARLY = 0.3;
    private static final char[] DELIMITERS = {',', ';', '\t', '|', '~'};

    /** @param encoded what the text is known to be written in; null to find out */
    static TextLayout of(InputStream in, String name, Encodings.@Nullable Found encoded) throws IOException {
        byte[] sample = in.readNBytes(SAMPLE);
        Encoding found = encoding(sample);
        Encoding encoding = encoded == null || found.charset.equals(encoded.charset())
                ? found
                : new Encoding(encoded.charset(), encoded.name(), 0);
        byte[] text = LenientUtf8.of(
                        new ByteArrayInputStream(sample, encoding.mark, sample.length - encoding.mark),
                        encoding.charset)
                .readAllBytes();
        refuseBinary(text, name);
        char best = ',';
        double bestScore = -1;
        for (char delimiter : DELIMITERS) {
            double score = score(rows(text, delimiter));
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        List<List<String>> rows = rows(text, best);
        for (char delimiter : DELIMITERS) {
            List<List<String>> unwrapped = WrappedRows.of(text, delimiter);
            if (score(unwrapped) > bestScore + CLEARLY) {
                return new TextLayout(
                        encoding.charset, encoding.name, encoding.mark, hasNul(text), true, delimiter, unwrapped);
            }
        }
        if (bestScore <= 0 && inColumns(rows(text, ' '))) {
            best = ' ';
            rows = rows(text, best);
        }
        return new TextLayout(encoding.charset, encoding.name, encoding.mark, hasNul(text), false, best, rows);
    }

    /** "comma", "semicolon", "tab", "bar", "tilde" or "blanks". */
    String delimiterName() {
        return switch (delimiter) {
            case ',' -> "comma";
            case ';' -> "semicolon";
            case '\t' -> "tab";
            case ' ' -> "blanks";
            case '~' -> "tilde";
            default -> "bar";
        };
    }

    private static List<List<String>> rows(byte[] text, char delimiter) throws IOException {
        FirstRows rows = new FirstRows(FirstRows.MOST);
        new CsvScanner(new ByteArrayInputStream(text), delimiter).scan(rows);
        return rows.rows();
    }

    /** Only numbers stand in columns of blanks without anything between them; prose does not. */
    private static boolean inColumns(List<List<String>> rows) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        return width > 1 && rows.size() > 1 && rows.stream().allMatch(row -> row.size() == width);
    }

    /** Rows as wide as the first count, wide tables win over narrow ones. */
    private static double score(List<List<String>> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        int width = rows.getFirst().size();
        long equal = rows.stream().filter(row -> row.size() == width).count();
        return width < 2 ? 0 : (double) equal / rows.size() + width / 10_000.0;
    }

    private static boolean hasNul(byte[] text) {
        for (byte b : text) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static void refuseBinary(byte[] text, String name) {
        long controls = 0;
        for (byte b : text) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                controls++;
            }
        }
        if (controls * 50 > text.length) {
            throw new UnsupportedFile(name, "is not a table");
        }
        String start = new String(text, 0, Math.min(text.length, 200), StandardCharsets.UTF_8).strip();
        if (start.startsWith("<")) {
            throw new UnsupportedFile(name, "is a web page or XML");
        }
    }

    private record Encoding(Charset charset, String name, int mark) {}

    private static Encoding encoding(byte[] sample) {
        if (startsWith(sample, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, "UTF-8", 3);
        }
        if (startsWith(sample, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 2);
        }
        if (startsWith(sample, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 2);
        }
        long[] zeros = new long[2];
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] == 0) {
                zeros[i % 2]++;
            }
        }
        if (zeros[1] * 5 > sample.length && zeros[0] * 50 < sample.length) {
            return new Encoding(StandardCharsets.UTF_16LE, "UTF-16", 0);
        }
        if (zeros[0] * 5 > sample.length && zeros[1] * 50 < sample.length) {
            return new Encoding(StandardCharsets.UTF_16BE, "UTF-16", 0);
        }
        if (isUtf8(sample)) {
            return new Encoding(StandardCharsets.UTF_8, "UTF-8", 0);
        }
        Encodings.Found found = Encodings.of(sample);
        // LenientUtf8 reads Windows-1252 too, and what was glued together from it and UTF-8
        return found.isWindows1252()
                ? new Encoding(StandardCharsets.UTF_8, found.name(), 0)
                : new Encoding(found.charset(), found.name(), 0);
    }

    private static boolean startsWith(byte[] sample, int... mark) {
        if (sample.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((sample[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] sample) {
        // where the sample was cut off, it may end inside a character
        boolean whole = sample.length < SAMPLE;
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(sample), CharBuffer.allocate(sample.length), whole)
                .isError();
    }
}
