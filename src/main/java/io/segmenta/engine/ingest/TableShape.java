package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.Headers;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.columns.Vocabulary;
import io.segmenta.engine.ingest.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param headerRow which of the rows that have any text is the header, from 0; -1 where there is none
 */
record TableShape(List<String> headers, int headerRow) {
    static TableShape of(Table table, @Nullable Boolean header) {
        List<List<String>> first = table.firstRows();
        int row = header == null ? HeaderRow.of(first) : header ? Math.max(0, HeaderRow.of(first)) : -1;
        return row < 0
                ? new TableShape(
                        Headers.numbered(
                                first.stream().mapToInt(List::size).max().orElse(0)),
                        -1)
                : new TableShape(HeaderRow.names(first, row), row);
    }

    /** Whether rows of both can stand in one table. */
    boolean fits(TableShape other) {
        return normal().equals(other.normal());
    }

    /** How many of the required fields are recognised by their headers. */
    int fields() {
        return (int) ColumnMapper.propose(headers).suggestions().entrySet().stream()
                .filter(s -> s.getKey().required() && s.getValue().certainty() != MappingProposal.Certainty.MISSING)
                .count();
    }

    private List<String> normal() {
        return headers.stream().map(Vocabulary::normal).toList();
    }
}
