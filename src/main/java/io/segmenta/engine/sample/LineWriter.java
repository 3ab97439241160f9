package io.segmenta.engine.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes transactions as bytes; no strings are made, so that ten million rows take seconds. */
final class LineWriter {
    private static final String HEADER =
            "CustomerID,InvoiceID,ProductID,Description,InvoiceDate,Quantity,UnitPrice,Country\n";
    private static final int LONGEST = 512;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int used;
    private long rows;
    private byte[] day = new byte[0];

    LineWriter(OutputStream out) {
        this.out = out;
        text(HEADER.getBytes(StandardCharsets.US_ASCII));
    }

    void day(LocalDate date) {
        day = date.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * @param customer 0 for a guest
     * @param minute of the day
     * @param copies how often the same line is written
     */
    void line(
            int customer,
            int invoice,
            boolean returned,
            Article article,
            int minute,
            int quantity,
            int cents,
            byte[] country,
            int copies)
            throws IOException {
        for (int i = 0; i < copies; i++) {
            if (used > buffer.length - LONGEST) {
                flush();
            }
            if (customer > 0) {
                number(customer);
            }
            buffer[used++] = ',';
            if (returned) {
                buffer[used++] = 'C';
            }
            number(invoice);
            buffer[used++] = ',';
            text(article.id);
            buffer[used++] = ',';
            text(article.name);
            buffer[used++] = ',';
            text(day);
            buffer[used++] = ' ';
            twoDigits(minute / 60);
            buffer[used++] = ':';
            twoDigits(minute % 60);
            text(SECONDS);
            number(quantity);
            buffer[used++] = ',';
            money(cents);
            buffer[used++] = ',';
            text(country);
            buffer[used++] = '\n';
            rows++;
        }
    }

    /** @param name empty where the description is missing */
    record Article(byte[] id, byte[] name) {}

    private static final byte[] SECONDS = ":00,".getBytes(StandardCharsets.US_ASCII);

    long rows() {
        return rows;
    }

    void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    private void text(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private void number(int value) {
        int rest = value;
        if (rest < 0) {
            buffer[used++] = '-';
            rest = -rest;
        }
        int digits = 1;
        for (int i = rest; i >= 10; i /= 10) {
            digits++;
        }
        used += digits;
        for (int i = 1; i <= digits; i++) {
            buffer[used - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void twoDigits(int value) {
        buffer[used++] = (byte) ('0' + value / 10);
        buffer[used++] = (byte) ('0' + value % 10);
    }

    private void money(int cents) {
        if (cents < 0) {
            buffer[used++] = '-';
        }
        number(Math.abs(cents) / 100);
        buffer[used++] = '.';
        twoDigits(Math.abs(cents) % 100);
    }
}
