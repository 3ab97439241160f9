package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;

/**
 * Merges the two nearest clusters until one is left.
 *
 * @see <a href="https://doi.org/10.48550/arXiv.1109.2378">Müllner (2011), Modern Hierarchical, Agglomerative Clustering Algorithms</a>
 */
final class Agglomerative {
    private Agglomerative() {}

    /**
     * @param sizes how many rows each row of the matrix stands for, at least 1
     * @throws io.segmenta.engine.base.UserFacingException where complete or average linkage needs more memory than there is
     */
    static Dendrogram dendrogram(FeatureMatrix matrix, int[] sizes, Linkage linkage, Progress progress) {
        SharedProgress shared = new SharedProgress(progress, "Merging the nearest", matrix.rows());
        Merges merges =
                switch (linkage) {
                    case WARD -> NeighbourChain.merge(new WardClusters(matrix, sizes), matrix.rows(), shared);
                    case SINGLE -> SpanningTree.merge(matrix, shared);
                    case COMPLETE, AVERAGE ->
                        NeighbourChain.merge(
                                new MatrixClusters(
                                        DistanceMatrix.of(matrix, shared), linkage == Linkage.COMPLETE, sizes),
                                matrix.rows(),
                                shared);
                };
        return merges.dendrogram(sizes);
    }
}
