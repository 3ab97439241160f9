package io.segmenta.segment;

import java.util.List;

/**
 * The customers of one run, each with his segment.
 *
 * @param ids ascending by code unit, as strings compare
 * @param clusters per customer the cluster of his segment, −1 where he was left out of the clustering
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

    /** The place of the customer's segment in the list, or the length of the list where he has none. */
    int place(int customer) {
        int place = 0;
        while (place < segments.size() && segments.get(place).cluster() != clusters[customer]) {
            place++;
        }
        return place;
    }
}
