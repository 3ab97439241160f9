package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.RowHandler;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a spreadsheet cell says as text, the same as a CSV of the same data says: numbers in the shortest plain notation (17850.0 is 17850),
 * dates as {@code yyyy-MM-dd HH:mm:ss}, times without a day as {@code HH:mm:ss}, errors as nothing.
 */
final class CellText {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final long SECONDS_A_DAY = 86_400;
    /** The serial number of 9999-12-31, the last date of a spreadsheet. */
    static final double LAST_DAY = 2_958_466;

    private final SharedStrings strings;
    private final DateStyles dateStyles;
    private final boolean since1904;
    private double lastSerial = Double.NaN;
    private byte[] lastDate = new byte[0];

    /**
     * @param dateStyles the cell styles whose number format shows a date
     * @param since1904 whether day 0 is 1904-01-01, as in workbooks of old Macs
     */
    CellText(SharedStrings strings, DateStyles dateStyles, boolean since1904) {
        this.strings = strings;
        this.dateStyles = dateStyles;
        this.since1904 = since1904;
    }

    void write(RowHandler handler, int column, CellType type, int style, byte[] raw, int length) {
        switch (type) {
            case NUMBER -> number(handler, column, style, raw, length);
            case SHARED_STRING -> strings.write(handler, column, index(raw, length));
            case TEXT -> handler.cell(column, raw, 0, length);
            case BOOLEAN -> handler.text(column, raw[0] == '1' ? "TRUE" : "FALSE");
            case ISO_DATE ->
                handler.text(column, utf8(raw, length).replace('T', ' ').replace("Z", ""));
            case ERROR -> {
                // #N/A and its kin say that there is no value
            }
        }
    }

    private void number(RowHandler handler, int column, int style, byte[] raw, int length) {
        if (dateStyles.isDate(style)) {
            double serial = parse(raw, length);
            if (serial >= 0 && serial < LAST_DAY) {
                if (serial != lastSerial) {
                    lastDate = date(serial, since1904).getBytes(StandardCharsets.US_ASCII);
                    lastSerial = serial;
                }
                handler.cell(column, lastDate, 0, lastDate.length);
                return;
            }
        }
        if (isShortest(raw, length)) {
            handler.cell(column, raw, 0, length);
        } else {
            handler.text(column, PlainNumber.of(utf8(raw, length)));
        }
    }

    /** Digits, perhaps a sign, perhaps decimals of which the last is not 0, not more than a double tells apart. */
    private static boolean isShortest(byte[] raw, int length) {
        int from = raw[0] == '-' ? 1 : 0;
        int point = -1;
        for (int i = from; i < length; i++) {
            if (raw[i] == '.' && point < 0 && i > from) {
                point = i;
            } else if (raw[i] < '0' || raw[i] > '9') {
                return false;
            }
        }
        boolean leadingZero = raw[from] == '0' && length > from + 1 && point != from + 1;
        boolean trailingZero = point >= 0 && (raw[length - 1] == '0' || point == length - 1);
        return !leadingZero && !trailingZero && length - from <= 15;
    }

    /** Rounded to the second, as spreadsheets show it. */
    static String date(double serial, boolean since1904) {
        long seconds = Math.round(serial * SECONDS_A_DAY);
        if (seconds < SECONDS_A_DAY) {
            return LocalTime.ofSecondOfDay(seconds).format(TIME);
        }
        LocalDate dayZero = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
        if (!since1904 && seconds < 60 * SECONDS_A_DAY) {
            // Excel counts a 29 February 1900 that never was
            dayZero = dayZero.plusDays(1);
        }
        LocalDateTime instant = dayZero.atStartOfDay().plusSeconds(seconds);
        return instant.format(INSTANT);
    }

    private static int index(byte[] raw, int length) {
        int index = 0;
        for (int i = 0; i < length; i++) {
            if (raw[i] < '0' || raw[i] > '9' || index > 1 << 27) {
                return -1;
            }
            index = 10 * index + raw[i] - '0';
        }
        return index;
    }

    private static double parse(byte[] raw, int length) {
        try {
            return Double.parseDouble(utf8(raw, length));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String utf8(byte[] raw, int length) {
        return new String(raw, 0, length, StandardCharsets.UTF_8);
    }
}
