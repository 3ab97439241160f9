package io.segmenta.engine.clean;

import java.util.List;

/**
 * How the cells of one column are spread.
 *
 * @param distinct different cells, exactly
 * @param top the most frequent cells, most frequent first
 * @param bins of numbers or dates in their order, without gaps; the first and the last also hold whatever lies beyond them; empty for texts
 */
public record Distribution(long distinct, List<Part> top, List<Part> bins) {
    public Distribution {
        top = List.copyOf(top);
        bins = List.copyOf(bins);
    }

    /** @param name a cell, or where a bin begins */
    public record Part(String name, long rows) {}
}
