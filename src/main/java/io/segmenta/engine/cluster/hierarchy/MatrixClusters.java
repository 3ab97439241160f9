package io.segmenta.engine.cluster.hierarchy;

import java.util.Arrays;

/**
 * Clusters under complete or average linkage, their distances kept up to date in the matrix (Lance and Williams 1967). As they become fewer
 * the matrix is packed, so that what is left of it moves up into the caches.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/9.4.373">Lance and Williams (1967), A General Theory of Classificatory Sorting Strategies: 1. Hierarchical Systems</a>
 */
final class MatrixClusters implements NeighbourChain.Clusters {
    private final DistanceMatrix distances;
    private final boolean complete;
    /** by row of the matrix: its cluster's weight and name */
    private final double[] weights;

    private final int[] names;
    private final int[] rowOf;
    /** ascending, which is what makes scans run forward through memory */
    private final int[] living;

    private int count;

    /** @param sizes rows in each leaf */
    MatrixClusters(DistanceMatrix distances, boolean complete, int[] sizes) {
        this.distances = distances;
        this.complete = complete;
        count = sizes.length;
        weights = new double[count];
        Arrays.setAll(weights, i -> sizes[i]);
        names = new int[count];
        rowOf = new int[count];
        living = new int[count];
        for (int i = 0; i < count; i++) {
            names[i] = i;
            rowOf[i] = i;
            living[i] = i;
        }
    }

    @Override
    public int nearest(int cluster, int preferred) {
        int nearest = distances.nearest(rowOf[cluster], living, count, preferred < 0 ? -1 : rowOf[preferred]);
        return names[nearest];
    }

    @Override
    public double distance(int a, int b) {
        return distances.get(rowOf[a], rowOf[b]);
    }

    @Override
    public void merge(int a, int b) {
        int gone = rowOf[a];
        int kept = rowOf[b];
        int at = Arrays.binarySearch(living, 0, count, gone);
        System.arraycopy(living, at + 1, living, at, count - at - 1);
        count--;
        double share = weights[gone] / (weights[gone] + weights[kept]);
        weights[kept] += weights[gone];
        if (complete) {
            distances.keepFarther(gone, kept, living, count);
        } else {
            distances.keepMean(gone, kept, share, living, count);
        }
        if (4 * count <= 3 * distances.rows()) {
            pack();
        }
    }

    private void pack() {
        distances.pack(living, count);
        for (int i = 0; i < count; i++) {
            weights[i] = weights[living[i]];
            names[i] = names[living[i]];
            rowOf[names[i]] = i;
            living[i] = i;
        }
    }

    @Override
    public int any() {
        return names[living[0]];
    }
}
