package io.segmenta.engine.ingest.join;

import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.ingest.table.TableLink;
import java.util.List;

/**
 * One table of the file while it waits in the store.
 *
 * @param name of the table, for people
 * @param sql name of its table in the store, whose text columns are c0, c1 and so on
 * @param normal its headers as the vocabulary compares them
 */
record Part(String name, String sql, List<String> headers, List<String> normal, long rows) {
    Part {
        headers = List.copyOf(headers);
        normal = List.copyOf(normal);
    }

    Part(String name, String sql, List<String> headers, long rows) {
        this(name, sql, headers, headers.stream().map(Vocabulary::normal).toList(), rows);
    }

    /** The name without folder, ending and plural, as it stands before "Id" in the keys of other tables. */
    String singular() {
        String normal = Vocabulary.normal(base());
        return normal.endsWith("s") ? normal.substring(0, normal.length() - 1) : normal;
    }

    String base() {
        return TableLink.shortName(name);
    }
}
