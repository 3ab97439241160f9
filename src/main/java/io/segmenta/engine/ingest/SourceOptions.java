package io.segmenta.engine.ingest;

import io.segmenta.engine.ingest.text.TextFiles;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is read and how.
 *
 * @param tables names of the tables to read one after the other, as {@link SourceCatalogue} lists them; they must have the same
 *     headers. Empty lets the reader choose
 * @param header whether the first row names the columns, or null to decide by looking at it
 * @param encoding what text files are written in, such as "Windows-1252" or "GBK", or null to decide by looking at them
 * @param join whether the tables are joined over their keys, or null to do so where only together they say who, when and how much
 */
public record SourceOptions(
        List<String> tables,
        @Nullable Boolean header,
        @Nullable String encoding,
        @Nullable Boolean join) {
    /** Everything is decided by the reader. */
    public static final SourceOptions AUTOMATIC = new SourceOptions(List.of(), null, null, null);

    /** @throws io.segmenta.engine.base.UserFacingException where there is no such encoding */
    public SourceOptions {
        tables = List.copyOf(tables);
        if (encoding != null) {
            TextFiles.requireEncoding(encoding);
        }
    }

    /** The reader decides by itself what text files are written in. */
    public SourceOptions(List<String> tables, @Nullable Boolean header) {
        this(tables, header, null);
    }

    /** The reader decides whether tables are joined. */
    public SourceOptions(List<String> tables, @Nullable Boolean header, @Nullable String encoding) {
        this(tables, header, encoding, null);
    }

    /** The encodings that people may choose from, by their names. */
    public static List<String> encodings() {
        return TextFiles.encodings();
    }
}
