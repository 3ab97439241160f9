package io.segmenta.run;

import io.segmenta.base.Fingerprint;
import java.time.Instant;
import java.util.List;

/**
 * One uploaded source of transactions, immutable, known by the SHA-256 of the uploaded file.
 *
 * @param name file name as uploaded
 * @param format for people: "CSV, comma", "XLSX, sheet Online Retail"
 * @param rows data rows, headers not counted
 * @param bytes of the uploaded file
 */
public record Dataset(
        Fingerprint fingerprint,
        String name,
        String format,
        List<String> headers,
        long rows,
        long bytes,
        Instant added) {}
