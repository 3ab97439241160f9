package io.segmenta.engine.ingest;

import io.segmenta.engine.ingest.table.TableLink;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read, for whoever brought it.
 *
 * @param sentences on what of it was read, what was not, and why; often none
 * @param joins in the order in which they were followed; none where one table stands alone
 * @param encoding what its text is written in, chosen or decided by its words; null where that needs no decision
 */
public record SourceNotes(
        List<String> sentences,
        List<TableLink> joins,
        @Nullable String encoding) {
    public SourceNotes {
        sentences = List.copyOf(sentences);
        joins = List.copyOf(joins);
    }

    /** The joins in sentences too. */
    public List<String> all() {
        return Stream.concat(sentences.stream(), joins.stream().map(TableLink::says))
                .toList();
    }
}
