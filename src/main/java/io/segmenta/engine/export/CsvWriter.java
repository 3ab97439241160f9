package io.segmenta.engine.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Comma-separated lines after RFC 4180. Text that a spreadsheet would run as a formula is disarmed with a leading apostrophe
 * (OWASP, CSV injection); a plain negative number is left as it is.
 */
final class CsvWriter {
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[,\"\r\n]");
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r]");
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+(\\.\\d+)?");
    private static final int DECIMALS = 6;

    private final Writer out;
    private boolean lineStarted;

    CsvWriter(Writer out) {
        this.out = out;
    }

    /** Writes UTF-8; flushes the stream and does not close it. */
    static void to(OutputStream out, Consumer<CsvWriter> lines) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
            lines.accept(new CsvWriter(writer));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CsvWriter text(String value) {
        boolean formula =
                FORMULA.matcher(value).find() && !NEGATIVE_NUMBER.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        return raw(NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
    }

    CsvWriter number(long value) {
        return raw(Long.toString(value));
    }

    /** At most six decimals, without an exponent; empty where there is no number. */
    CsvWriter number(double value) {
        if (!Double.isFinite(value)) {
            return raw("");
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return raw(rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString());
    }

    CsvWriter flag(boolean value) {
        return raw(Boolean.toString(value));
    }

    void endLine() {
        write("\r\n");
        lineStarted = false;
    }

    void line(String... texts) {
        for (String text : texts) {
            text(text);
        }
        endLine();
    }

    private CsvWriter raw(String cell) {
        if (lineStarted) {
            write(",");
        }
        write(cell);
        lineStarted = true;
        return this;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
