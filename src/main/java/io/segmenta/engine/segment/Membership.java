package io.segmenta.engine.segment;

import java.util.List;

/**
 * The customers of one run, each with his segment.
 *
 * @param ids ascending by code point, as runs keep them
 * @param clusters per customer the cluster of his segment, {@link Migration#LEFT_OUT} where he was left out of the clustering
 * @param monetary per customer what he spent until the run's snapshot
 */
public record Membership(List<Segment> segments, List<String> ids, int[] clusters, double[] monetary) {
    public Membership {
        segments = List.copyOf(segments);
        if (ids.size() != clusters.length || ids.size() != monetary.length) {
            throw new IllegalArgumentException("Every customer needs a segment and an amount: " + ids.size() + ", "
                    + clusters.length + ", " + monetary.length + ".");
        }
    }

    /** The same customers in segments of other names. */
    public Membership with(List<Segment> renamed) {
        return new Membership(renamed, ids, clusters, monetary);
    }
}
