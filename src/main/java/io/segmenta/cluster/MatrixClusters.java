package io.segmenta.cluster;

/** Clusters under complete or average linkage, their distances kept up to date in the matrix (Lance and Williams 1967). */
final class MatrixClusters implements NeighbourChain.Clusters {
    private final DistanceMatrix distances;
    private final boolean complete;
    private final double[] weights;
    private final NeighbourChain.Living living;

    /** @param sizes rows in each leaf */
    MatrixClusters(DistanceMatrix distances, boolean complete, int[] sizes) {
        this.distances = distances;
        this.complete = complete;
        weights = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            weights[i] = sizes[i];
        }
        living = new NeighbourChain.Living(sizes.length);
    }

    @Override
    public int nearest(int cluster, int preferred) {
        int best = preferred;
        double least = preferred < 0 ? Double.POSITIVE_INFINITY : distances.get(cluster, preferred);
        for (int i = 0; i < living.count(); i++) {
            int other = living.get(i);
            if (other != cluster) {
                double distance = distances.get(cluster, other);
                if (distance < least) {
                    least = distance;
                    best = other;
                }
            }
        }
        return best;
    }

    @Override
    public double distance(int a, int b) {
        return distances.get(a, b);
    }

    @Override
    public void merge(int a, int b) {
        living.remove(a);
        double share = weights[a] / (weights[a] + weights[b]);
        weights[b] += weights[a];
        for (int i = 0; i < living.count(); i++) {
            int other = living.get(i);
            if (other != b) {
                double fromA = distances.get(a, other);
                double fromB = distances.get(b, other);
                distances.set(b, other, complete ? Math.max(fromA, fromB) : share * fromA + (1 - share) * fromB);
            }
        }
    }

    @Override
    public int any() {
        return living.get(0);
    }
}
