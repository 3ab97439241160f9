package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.cluster.weka.WekaHierarchy;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/** Merges the two nearest clusters until one is left (Müllner 2011), and cuts the tree. */
public final class Agglomerative {
    /** Above this many rows, micro-clusters are merged instead of rows. */
    static final int EXACT_ROWS = 20_000;

    /** Leaves of the part of the tree that is kept with the model, for drawing. */
    private static final int TOP = 50;

    private Agglomerative() {}

    public static Clustering fit(
            FeatureMatrix matrix, AgglomerativeParameters parameters, Seed seed, Progress progress) {
        return switch (parameters.engine()) {
            case SEGMENTA -> tree(matrix, parameters.linkage(), seed, progress).cut(matrix, parameters.clusters());
            case WEKA -> Clustering.ofMeans(matrix, WekaHierarchy.labels(matrix, parameters, progress));
        };
    }

    /** One tree serves every number of clusters. */
    static HierarchyTree tree(FeatureMatrix matrix, Linkage linkage, Seed seed, Progress progress) {
        if (matrix.rows() <= EXACT_ROWS) {
            int[] sizes = new int[matrix.rows()];
            Arrays.fill(sizes, 1);
            return new HierarchyTree(linkage, dendrogram(matrix, sizes, linkage, progress), null);
        }
        MicroClusters micro = MicroClusters.of(matrix, seed, progress);
        return new HierarchyTree(
                linkage, dendrogram(micro.centres(), micro.sizes(), linkage, progress), micro.labels());
    }

    public static Dendrogram dendrogram(FeatureMatrix matrix, int[] sizes, Linkage linkage, Progress progress) {
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

    static Clustering clustering(FeatureMatrix matrix, int[] labels, Linkage linkage, Dendrogram tree, boolean micro) {
        Clustering clustering = Clustering.ofMeans(matrix, labels);
        List<String> caveats = micro
                ? List.of(String.format(
                        "With more than %,d customers, k-means first gathered them into %,d small groups, and these were merged.",
                        EXACT_ROWS, tree.leaves()))
                : List.of();
        return clustering
                .with(new HierarchyModel(clustering.centres(), linkage, tree.top(TOP)))
                .with(0, caveats);
    }
}
