package io.segmenta.engine.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a type of file that holds no table begins, whatever it is called.
 *
 * @param offset of the bytes in the file
 * @param bytes as characters of ISO 8859-1
 * @param what for a sentence: "is a picture"
 */
record Signature(int offset, String bytes, String what) {
    /** So short a word may begin a text as well. */
    private static final int SHORT = 3;

    /** Enough of a file to tell. */
    static final int LENGTH = 4096;

    private static final List<Signature> REFUSED = List.of(
            new Signature(0, "%PDF", "is a PDF"),
            new Signature(0, "\u0089PNG", "is a picture"),
            new Signature(0, "\u00ff\u00d8\u00ff", "is a picture"),
            new Signature(0, "GIF8", "is a picture"),
            new Signature(0, "BM\u0000", "is a picture"),
            new Signature(0, "II*\0", "is a picture"),
            new Signature(0, "MM\0*", "is a picture"),
            new Signature(8, "WEBP", "is a picture"),
            new Signature(4, "ftypheic", "is a picture"),
            new Signature(4, "ftyp", "is a film or a picture"),
            new Signature(0, "bplist00", "is a web archive or another property list of a Mac, not a CSV"),
            new Signature(0, "{\\rtf", "is a text document (RTF)"),
            new Signature(0, "7z\u00bc\u00af", "is a 7-Zip archive, which is not unpacked here"),
            new Signature(0, "Rar!", "is a RAR archive, which is not unpacked here"),
            new Signature(0, "\u00fd7zXZ", "is an XZ archive, which is not unpacked here"),
            new Signature(0, "BZh", "is a bzip2 archive, which is not unpacked here"),
            new Signature(0, "(\u00b5/\u00fd", "is a Zstandard archive, which is not unpacked here"),
            new Signature(257, "ustar", "is a TAR archive, which is not unpacked here"),
            new Signature(4, "Standard Jet DB", "is an Access database"),
            new Signature(4, "Standard ACE DB", "is an Access database"),
            new Signature(0, "Obj\u0001", "is an Avro file"),
            new Signature(0, "ARROW1", "is an Arrow file"),
            new Signature(0, "ORC", "is an ORC file"),
            new Signature(0, "\u0080\u0004\u0095", "is a pickle of Python, which could run anything"),
            new Signature(0, "\u0009\0\u0004\0", "is a workbook of Excel 2, which is older than what can be read here"),
            new Signature(
                    0, "\u0009\u0002\u0006\0", "is a workbook of Excel 3, which is older than what can be read here"),
            new Signature(
                    0, "\u0009\u0004\u0006\0", "is a workbook of Excel 4, which is older than what can be read here"),
            new Signature(
                    0, "\u0009\u0008\u0008\0", "is a workbook of Excel 5, which is older than what can be read here"),
            new Signature(0, "MZ", "is a program"),
            new Signature(0, "\u007fELF", "is a program"));

    /** What the file is, where it is known to hold no table. */
    static Optional<String> refused(byte[] head) {
        return REFUSED.stream()
                .filter(type -> type.in(head))
                .map(Signature::what)
                .findFirst();
    }

    /** Whether a file begins so. */
    static boolean starts(byte[] head, String bytes) {
        return new Signature(0, bytes, "").in(head);
    }

    private boolean in(byte[] head) {
        byte[] expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= offset + expected.length
                && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length)
                && (bytes.length() > SHORT || isBinary(head));
    }

    private static boolean isBinary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** What a text begins with, without marks and blanks. */
    static String text(byte[] head) {
        return new String(head, charset(head))
                .replaceAll("[\\uFEFF\\uFFFD\\u0000]", "")
                .strip();
    }

    /** UTF-16 by its mark or its zeros: read as anything else, half of a Chinese character may be a bracket. */
    private static Charset charset(byte[] head) {
        if (starts(head, "\u00ff\u00fe")) {
            return StandardCharsets.UTF_16LE;
        }
        if (starts(head, "\u00fe\u00ff")) {
            return StandardCharsets.UTF_16BE;
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        return zeros[1] > zeros[0]
                ? StandardCharsets.UTF_16LE
                : zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }
}
