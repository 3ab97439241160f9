package io.segmenta.web.wizard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Long texts, as lists of products, take less room in an address packed: of 2,000 of them a few thousand letters are left. */
final class PackedText {
    private static final String MARK = "~";
    /** Shorter ones stay as they are, to be read in the address. */
    private static final int LONG = 500;
    /** Of what is unpacked; an address may come from anywhere. */
    private static final int MOST = 4_000_000;

    private static final int BUFFER = 8192;

    private PackedText() {}

    static String write(String text) {
        if (text.length() <= LONG && !text.startsWith(MARK)) {
            return text;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** @throws IllegalArgumentException where it is none of ours, or too long */
    static String read(String written) {
        if (!written.startsWith(MARK)) {
            return written;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(written.substring(MARK.length())));
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            byte[] buffer = new byte[BUFFER];
            while (!inflater.finished()) {
                int bytes = inflater.inflate(buffer);
                if (text.size() + bytes > MOST || (bytes == 0 && !inflater.finished())) {
                    throw new IllegalArgumentException("A packed text ends early or is too long.");
                }
                text.write(buffer, 0, bytes);
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
    }
}
