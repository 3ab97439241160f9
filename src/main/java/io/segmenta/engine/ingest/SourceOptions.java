package io.segmenta.engine.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is read and how.
 *
 * @param tables names of the tables to read one after the other, as {@link SourceCatalogue} lists them; they must have the same
 *     headers. Empty lets the reader choose
 * @param header whether the first row names the columns, or null to decide by looking at it
 */
public record SourceOptions(List<String> tables, @Nullable Boolean header) {
    /** Everything is decided by the reader. */
    public static final SourceOptions AUTOMATIC = new SourceOptions(List.of(), null);

    public SourceOptions {
        tables = List.copyOf(tables);
    }
}
