package io.segmenta.engine.ingest.excel;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.RowHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The texts that the cells of a workbook refer to by number, in one block of UTF-8. */
final class SharedStrings {
    private static final int MAX_BYTES = 1 << 28;

    private static final long ITEM = XmlScanner.key("si");
    private static final long TEXT = XmlScanner.key("t");
    private static final long PHONETIC = XmlScanner.key("rPh");

    private byte[] bytes = new byte[1 << 16];
    private int[] ends = new int[1 << 12];
    private int size;

    static SharedStrings none() {
        return new SharedStrings();
    }

    static SharedStrings read(InputStream in) throws IOException {
        SharedStrings strings = new SharedStrings();
        XmlScanner xml = new XmlScanner(in);
        boolean phonetic = false;
        while (xml.next()) {
            if (xml.name() == TEXT) {
                xml.collect(!xml.ends() && !phonetic);
            } else if (xml.name() == PHONETIC) {
                phonetic = !xml.ends();
            } else if (xml.name() == ITEM && xml.ends()) {
                strings.add(xml.text().bytes(), xml.text().length());
                xml.text().clear();
            }
        }
        return strings;
    }

    private void add(byte[] text, int length) {
        int start = size == 0 ? 0 : ends[size - 1];
        if (start + length > MAX_BYTES) {
            throw new UserFacingException("This workbook holds more than " + (MAX_BYTES >> 20)
                    + " MiB of distinct texts. Save the sheet as CSV and upload that.");
        }
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(start + length, 2 * bytes.length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        System.arraycopy(text, 0, bytes, start, length);
        ends[size++] = start + length;
    }

    /** Hands the text over as a cell; nothing where there is no such number. */
    void write(RowHandler handler, int column, int number) {
        if (number >= 0 && number < size) {
            int from = number == 0 ? 0 : ends[number - 1];
            if (ends[number] > from) {
                handler.cell(column, bytes, from, ends[number]);
            }
        }
    }
}
