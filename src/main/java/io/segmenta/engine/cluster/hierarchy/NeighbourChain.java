package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.cluster.model.SharedProgress;

/**
 * Follows nearest neighbours until two are each other's, merges these, and goes on from what is left of the chain (Murtagh 1983; Müllner
 * 2011, algorithm 2). Right for linkages that never bring two clusters nearer by merging, as complete, average and Ward.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/26.4.354">Murtagh (1983), A Survey of Recent Advances in Hierarchical Clustering Algorithms</a>
 */
final class NeighbourChain {
    /** The clusters that are left, each named by one of its leaves. */
    interface Clusters {
        /**
         * The cluster nearest to the given one.
         *
         * @param preferred wins a tie, so that the chain ends; −1 for none
         */
        int nearest(int cluster, int preferred);

        double distance(int a, int b);

        /** From now on both are known as b. */
        void merge(int a, int b);

        /** Any cluster that is left. */
        int any();
    }

    private NeighbourChain() {}

    static Merges merge(Clusters clusters, int leaves, SharedProgress progress) {
        Merges merges = new Merges(leaves);
        int[] chain = new int[leaves];
        int length = 0;
        for (int merged = 0; merged < leaves - 1; merged++) {
            if (length == 0) {
                chain[length++] = clusters.any();
            }
            while (true) {
                int last = chain[length - 1];
                int previous = length > 1 ? chain[length - 2] : -1;
                int next = clusters.nearest(last, previous);
                if (next == previous) {
                    break;
                }
                chain[length++] = next;
            }
            int a = chain[length - 1];
            int b = chain[length - 2];
            length -= 2;
            merges.add(a, b, clusters.distance(a, b));
            clusters.merge(a, b);
            if (merged % 100 == 99) {
                progress.advance(100);
            }
        }
        return merges;
    }
}
