package io.segmenta.engine.ingest.join;

import io.segmenta.engine.columns.Vocabulary;
import java.util.List;

/**
 * One table of the file while it waits in the store.
 *
 * @param name of the table, for people
 * @param sql name of its table in the store, whose text columns are c0, c1 and so on
 */
record Part(String name, String sql, List<String> headers, long rows) {
    Part {
        headers = List.copyOf(headers);
    }

    /** The name without folder, ending and plural, as it stands before "Id" in the keys of other tables. */
    String singular() {
        String normal = Vocabulary.normal(base());
        return normal.endsWith("s") ? normal.substring(0, normal.length() - 1) : normal;
    }

    String base() {
        String file = name.substring(name.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
