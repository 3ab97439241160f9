package io.segmenta.engine.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The identity of a content: its SHA-256 as 64 lower-case hexadecimal digits. */
public record Fingerprint(String sha256) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("\"" + sha256 + "\" is not a SHA-256 in hexadecimal.");
        }
    }

    public static Fingerprint of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256Digest();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
        }
    }

    /** Of a text in UTF-8. */
    public static Fingerprint of(String text) {
        return new Fingerprint(HexFormat.of().formatHex(sha256Digest().digest(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Enough of it to tell two apart on screen. */
    public String abbreviated() {
        return sha256.substring(0, 12);
    }
}
