package io.segmenta.engine.ingest.json;

import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The door to JSON as shops and their interfaces give it: an array of orders, an object that holds such arrays, or one object a line. Fields
 * of fields get names with dots, {@code customer.email}; an order becomes one row per line of it, whose fields keep their short names.
 */
public final class JsonFiles {
    private JsonFiles() {}

    /**
     * @param name for messages
     * @throws io.segmenta.engine.ingest.table.UnsupportedFile where it holds no objects
     * @throws io.segmenta.engine.base.UserFacingException where it is damaged
     */
    public static SourceFile open(Path file, String name) throws IOException {
        List<Table> tables = new ArrayList<>();
        for (RecordArray array : RecordArray.in(file, name)) {
            tables.add(JsonTable.of(array));
        }
        return SourceFile.of(tables);
    }
}
