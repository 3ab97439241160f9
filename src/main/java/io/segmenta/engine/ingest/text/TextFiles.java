package io.segmenta.engine.ingest.text;

import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to delimited text. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * Makes sure that there is an encoding of this name: one that is decided by evidence, or any other that Java knows.
     *
     * @throws io.segmenta.engine.base.UserFacingException where there is none
     */
    public static void requireEncoding(String name) {
        Encodings.named(name);
    }

    /** The names of the usual ones, for people to choose from. */
    public static List<String> encodings() {
        return Encodings.names();
    }

    /**
     * Looks at the beginning of a file, which is taken for text.
     *
     * @param name for messages
     * @param encoding one that {@link #requireEncoding} knows; null to decide by the text itself
     * @throws io.segmenta.engine.ingest.table.UnsupportedFile where it is no table but a web page or no text at all
     */
    public static SourceFile open(Path file, String name, @Nullable String encoding) throws IOException {
        List<Table> only = List.of(CsvTable.of(file, name, encoding == null ? null : Encodings.named(encoding)));
        return SourceFile.of(only);
    }
}
