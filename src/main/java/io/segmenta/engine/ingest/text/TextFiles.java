package io.segmenta.engine.ingest.text;

import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The door to delimited text. */
public final class TextFiles {
    private TextFiles() {}

    /**
     * Looks at the beginning of a file, which is taken for text.
     *
     * @param name for messages
     * @throws io.segmenta.engine.ingest.table.UnsupportedFile where it is no table but a web page, JSON or no text at all
     */
    public static SourceFile open(Path file, String name) throws IOException {
        List<Table> only = List.of(CsvTable.of(file, name));
        return new SourceFile() {
            @Override
            public List<Table> tables() {
                return only;
            }

            @Override
            public void close() {
                // opened anew by each scan
            }
        };
    }
}
