package io.segmenta.engine.clean;

import org.jspecify.annotations.Nullable;

/**
 * One column of a file at a glance.
 *
 * @param rows of the file
 * @param missing cells that are empty or blank
 * @param misfits cells that are neither missing nor of this kind
 * @param distinct different cells, missing ones left out
 * @param estimated whether that number may be off by a fifth, as it is of a large file
 * @param smallest number, first day or length of the shortest text; null where the column is empty
 * @param largest likewise
 */
public record ColumnProfile(
        String header,
        Kind kind,
        long rows,
        long missing,
        long misfits,
        long distinct,
        boolean estimated,
        @Nullable String smallest,
        @Nullable String largest) {
    /** What the cells of a column hold. */
    public enum Kind {
        NUMBER,
        DATE,
        TEXT,
        EMPTY
    }
}
