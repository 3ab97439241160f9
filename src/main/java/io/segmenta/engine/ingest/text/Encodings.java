package io.segmenta.engine.ingest.text;

import io.segmenta.engine.base.UserFacingException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which encoding a text is in, from its bytes: UTF-8 where they are valid UTF-8, else the one in which most words look like words. The
 * detectors of ICU and of Mozilla were tried and need far more text than a short order list has beyond ASCII, see
 * {@code src/docs/decisions/encodings.md}.
 */
final class Encodings {
    /**
     * @param name for people
     * @param commonFrom of encodings with two bytes a character, the first bytes of the characters in daily use
     */
    private record Candidate(Charset charset, String name, int commonFrom, int commonTo) {
        Candidate(String charset, String name) {
            this(Charset.forName(charset), name, 0, 0);
        }

        Candidate(String charset, String name, int commonFrom, int commonTo) {
            this(Charset.forName(charset), name, commonFrom, commonTo);
        }
    }

    /** In the order in which equal evidence counts. Windows-1252 stands for what has no evidence at all. */
    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("windows-1252", "Windows-1252"),
            new Candidate("windows-1250", "Windows-1250"),
            new Candidate("ISO-8859-2", "ISO 8859-2"),
            new Candidate("windows-1254", "Windows-1254"),
            new Candidate("windows-1257", "Windows-1257"),
            new Candidate("windows-1251", "Windows-1251"),
            new Candidate("KOI8-R", "KOI8-R"),
            new Candidate("windows-1253", "Windows-1253"),
            new Candidate("windows-1256", "Windows-1256"),
            new Candidate("IBM850", "CP850"),
            new Candidate("IBM437", "CP437"),
            new Candidate("x-MacRoman", "Mac Roman"),
            new Candidate("x-windows-949", "EUC-KR", 0xB0, 0xC8),
            new Candidate("GB18030", "GBK", 0xB0, 0xD7),
            new Candidate("windows-31j", "Shift-JIS", 0x82, 0x97),
            new Candidate("Big5", "Big5", 0xA4, 0xC6));

    private static final int MOST_BYTES = 1 << 16;

    private Encodings() {}

    /** An encoding, and what people call it. */
    record Found(Charset charset, String name) {
        boolean isWindows1252() {
            return charset.equals(CANDIDATES.getFirst().charset);
        }
    }

    /** UTF-8 first, then the candidates. */
    static List<String> names() {
        return Stream.concat(Stream.of("UTF-8", "UTF-16"), CANDIDATES.stream().map(Candidate::name))
                .toList();
    }

    /**
     * By the name that people use or that Java knows; case, blanks, hyphens and underscores make no difference.
     *
     * @throws UserFacingException where there is no such encoding
     */
    static Found named(String name) {
        String plain = plain(name);
        for (Candidate candidate : CANDIDATES) {
            if (plain(candidate.name).equals(plain)
                    || plain(candidate.charset.name()).equals(plain)
                    || candidate.charset.aliases().stream()
                            .anyMatch(alias -> plain(alias).equals(plain))) {
                return new Found(candidate.charset, candidate.name);
            }
        }
        try {
            Charset charset = Charset.forName(name.strip());
            return new Found(charset, charset.name());
        } catch (IllegalArgumentException e) {
            throw new UserFacingException(
                    "There is no encoding \"" + name + "\". The usual ones are " + String.join(", ", names()) + ".", e);
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "").replaceFirst("^x(?=mac)", "");
    }

    /** @param sample of a text that is no UTF-8 and has no byte order mark */
    static Found of(byte[] sample) {
        Candidate usual = CANDIDATES.getFirst();
        if (isGluedTogether(sample)) {
            return new Found(usual.charset, usual.name);
        }
        byte[] telling = beyondAscii(sample);
        Candidate best = usual;
        double most = 0;
        for (Candidate candidate : CANDIDATES) {
            double evidence = evidence(telling, candidate);
            if (evidence > most) {
                most = evidence;
                best = candidate;
            }
        }
        return new Found(best.charset, best.name);
    }

    /** Whether most of what is not ASCII is UTF-8 all the same: files put together from exports of two programs. */
    private static boolean isGluedTogether(byte[] sample) {
        int sequences = 0;
        int strays = 0;
        for (int i = 0; i < sample.length; i++) {
            int lead = sample[i] & 0xFF;
            int following = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
            if (lead >= 0x80) {
                boolean whole = following > 0 && i + following < sample.length;
                for (int j = 1; whole && j <= following; j++) {
                    whole = (sample[i + j] & 0xC0) == 0x80;
                }
                sequences += whole ? 1 : 0;
                strays += whole ? 0 : 1;
                i += whole ? following : 0;
            }
        }
        return sequences > strays;
    }

    private static double evidence(byte[] telling, Candidate candidate) {
        CharsetDecoder decoder = candidate
                .charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(telling.length * (double) decoder.maxCharsPerByte()) + 1);
        decoder.decode(ByteBuffer.wrap(telling), text, true);
        double words = WordEvidence.of(text.flip());
        return candidate.commonTo == 0 ? words : words * common(telling, candidate);
    }

    /** The share of two-byte characters that are in daily use; in the wrong encoding they are spread over all of it. */
    private static double common(byte[] bytes, Candidate candidate) {
        int pairs = 0;
        int common = 0;
        for (int i = 0; i + 1 < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            if (lead >= 0x80) {
                pairs++;
                common += lead >= candidate.commonFrom && lead <= candidate.commonTo ? 1 : 0;
                i++;
            }
        }
        return pairs == 0 ? 0 : (double) common / pairs;
    }

    /** The lines with anything to tell, each once, so that a name that returns in every row counts once. */
    private static byte[] beyondAscii(byte[] sample) {
        List<byte[]> parts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int size = 0;
        int start = 0;
        for (int i = 0; i <= sample.length && size < MOST_BYTES; i++) {
            boolean end = i == sample.length || sample[i] == '\n' || sample[i] == '\r' || isSeparator(sample, i);
            if (end) {
                byte[] cell = Arrays.copyOfRange(sample, start, i);
                if (isTelling(cell) && seen.add(new String(cell, StandardCharsets.ISO_8859_1))) {
                    parts.add(cell);
                    size += cell.length + 1;
                }
                start = i + 1;
            }
        }
        ByteBuffer all = ByteBuffer.allocate(size);
        parts.forEach(part -> all.put(part).put((byte) '\n'));
        return all.array();
    }

    /** No encoding with two bytes a character has one of these as its second. */
    private static boolean isSeparator(byte[] sample, int i) {
        return sample[i] == ',' || sample[i] == ';' || sample[i] == '\t' || sample[i] == '"';
    }

    private static boolean isTelling(byte[] cell) {
        for (byte b : cell) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }
}
