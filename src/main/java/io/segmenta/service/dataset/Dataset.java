package io.segmenta.service.dataset;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceNotes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One uploaded source of transactions, immutable, known by the SHA-256 of the uploaded file, and of what the user chose of it where he did.
 *
 * @param name the file name as uploaded, until it is renamed; 1 to 255 characters
 * @param format for people: "CSV, comma", "XLSX, sheet Online Retail"
 * @param rows data rows, headers not counted
 * @param bytes of the uploaded file
 * @param reading how the file was read; null where an earlier version read it
 */
public record Dataset(
        Fingerprint fingerprint,
        String name,
        String format,
        List<String> headers,
        long rows,
        long bytes,
        Instant added,
        @Nullable SourceNotes reading) {
    private static final int LONGEST_NAME = 255;

    public Dataset {
        name = name.strip();
        if (name.isEmpty()) {
            throw new UserFacingException("A dataset needs a name. Type one by which you will know it again.");
        }
        if (name.length() > LONGEST_NAME) {
            throw new UserFacingException("The name of the dataset has " + name.length() + " characters. Shorten it to "
                    + LONGEST_NAME + " at most.");
        }
    }

    /** Read by an earlier version, which kept no notes. */
    public Dataset(
            Fingerprint fingerprint,
            String name,
            String format,
            List<String> headers,
            long rows,
            long bytes,
            Instant added) {
        this(fingerprint, name, format, headers, rows, bytes, added, null);
    }

    /** @throws UserFacingException where it cannot be called that */
    Dataset named(String newName) {
        return new Dataset(fingerprint, newName, format, headers, rows, bytes, added, reading);
    }
}
