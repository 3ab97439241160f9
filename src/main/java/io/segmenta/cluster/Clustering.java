package io.segmenta.cluster;

/**
 * Labels and the fitted model. Clusters are numbered from 0 by falling size, so that the same result always carries the same numbers.
 *
 * @param labels the cluster of each row of the matrix
 * @param sizes rows per cluster, falling
 * @param centres clusters × columns, means of the members
 * @param inertia sum of squared Euclidean distances of the rows to their centre
 */
public record Clustering(int[] labels, int[] sizes, double[][] centres, double inertia, ClusterModel model) {
    public int clusters() {
        return sizes.length;
    }
}
