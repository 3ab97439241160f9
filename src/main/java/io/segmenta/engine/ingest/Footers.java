package io.segmenta.engine.ingest;

import io.segmenta.engine.columns.Vocabulary;
import java.util.List;

/** Totals and remarks below the last row of a table. */
final class Footers {
    private Footers() {}

    /**
     * A total has nothing in some column; it may have as many cells as the further rows of an order whose cells were merged.
     *
     * @param usual filled cells of a row
     */
    static boolean isTotal(List<String> cells, long usual) {
        return Cells.filled(cells) <= usual
                && Cells.filled(cells) < cells.size()
                && cells.stream().anyMatch(Vocabulary::isTotal);
    }

    /** A sentence alone in a row that should have more cells. */
    static boolean isRemark(List<String> cells, long usual) {
        return usual > 2
                && Cells.filled(cells) == 1
                && cells.stream()
                        .anyMatch(cell -> Cells.isLabel(cell) && cell.strip().contains(" "));
    }

    /** What most of the rows have, at least. */
    static long usual(List<List<String>> rows) {
        return rows.stream()
                .mapToLong(Cells::filled)
                .sorted()
                .skip(rows.size() / 2)
                .findFirst()
                .orElse(0);
    }
}
