package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Gathers merges in any order, each named by one leaf of either side, and puts them in order of height. */
final class Merges {
    private final int[] a;
    private final int[] b;
    private final double[] heights;
    private int count;

    Merges(int leaves) {
        a = new int[leaves - 1];
        b = new int[leaves - 1];
        heights = new double[leaves - 1];
    }

    void add(int leafOfA, int leafOfB, double height) {
        a[count] = leafOfA;
        b[count] = leafOfB;
        heights[count++] = height;
    }

    /** @param sizes rows in each leaf */
    Dendrogram dendrogram(int[] sizes) {
        int leaves = sizes.length;
        int[] order = RankStatistics.argsort(Arrays.copyOf(heights, count));
        int[] parent = IntStream.range(0, leaves + count).toArray();
        int[] left = new int[count];
        int[] right = new int[count];
        double[] sorted = new double[count];
        for (int m = 0; m < count; m++) {
            int x = root(parent, a[order[m]]);
            int y = root(parent, b[order[m]]);
            left[m] = Math.min(x, y);
            right[m] = Math.max(x, y);
            sorted[m] = heights[order[m]];
            parent[x] = leaves + m;
            parent[y] = leaves + m;
        }
        return new Dendrogram(sizes, left, right, sorted);
    }

    private static int root(int[] parent, int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
