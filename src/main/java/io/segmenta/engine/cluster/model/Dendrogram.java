package io.segmenta.engine.cluster.model;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which clusters were merged at which distance, from single leaves to one cluster. Nodes are numbered as in scipy: leaf i is i, and the
 * cluster made by merge m is leaves + m.
 *
 * @param sizes rows in each leaf
 * @param left leaves − 1 nodes
 * @param right the nodes merged with them
 * @param heights at which distance, never falling
 */
public record Dendrogram(int[] sizes, int[] left, int[] right, double[] heights) {
    public Dendrogram {
        if (left.length != sizes.length - 1 || right.length != left.length || heights.length != left.length) {
            throw new IllegalArgumentException("A tree of " + sizes.length + " leaves has one merge fewer, not "
                    + left.length + ", " + right.length + " and " + heights.length + ".");
        }
    }

    public int leaves() {
        return sizes.length;
    }

    /** The cluster of each leaf when the last clusters − 1 merges are undone, numbered by first leaf. */
    public int[] cut(int clusters) {
        if (clusters < 1 || clusters > leaves()) {
            throw new IllegalArgumentException(leaves() + " leaves cannot be cut into " + clusters + " clusters.");
        }
        int[] root = roots(leaves() - clusters);
        int[] number = new int[root.length];
        Arrays.fill(number, -1);
        int[] labels = new int[leaves()];
        int next = 0;
        for (int leaf = 0; leaf < leaves(); leaf++) {
            if (number[root[leaf]] < 0) {
                number[root[leaf]] = next++;
            }
            labels[leaf] = number[root[leaf]];
        }
        return labels;
    }

    /** The last merges only, for drawing: its leaves are the clusters of {@code cut(leaves)}, in that order. */
    public Dendrogram top(int leaves) {
        if (leaves >= leaves()) {
            return this;
        }
        int first = leaves() - leaves;
        int[] labels = cut(leaves);
        int[] root = roots(first);
        int[] topSizes = new int[leaves];
        int[] node = new int[root.length];
        for (int leaf = 0; leaf < leaves(); leaf++) {
            topSizes[labels[leaf]] += sizes[leaf];
            node[root[leaf]] = labels[leaf];
        }
        int[] topLeft = new int[leaves - 1];
        int[] topRight = new int[leaves - 1];
        for (int m = 0; m < leaves - 1; m++) {
            topLeft[m] = node[left[first + m]];
            topRight[m] = node[right[first + m]];
            node[leaves() + first + m] = leaves + m;
        }
        return new Dendrogram(topSizes, topLeft, topRight, Arrays.copyOfRange(heights, first, heights.length));
    }

    /** For each node the cluster it belongs to after so many merges. */
    private int[] roots(int merges) {
        int[] root = IntStream.range(0, leaves() + left.length).toArray();
        for (int m = 0; m < merges; m++) {
            root[left[m]] = leaves() + m;
            root[right[m]] = leaves() + m;
        }
        // A cluster has a higher number than what it was made of, so going down, what it belongs to is already known.
        for (int node = leaves() + merges - 1; node >= 0; node--) {
            root[node] = root[root[node]];
        }
        return root;
    }
}
