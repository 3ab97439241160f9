package io.segmenta.engine.clean;

import java.util.List;

/**
 * A dropped row, explained.
 *
 * @param row its number in the file, from 1, headers not counted
 * @param words for example "Row 42, column InvoiceDate: expected a date, found 'yesterday'"
 * @param cells as they stand in the file, in the order of its headers; empty where missing
 */
public record Reject(long row, DropReason reason, String words, List<String> cells) {
    public Reject {
        cells = List.copyOf(cells);
    }
}
