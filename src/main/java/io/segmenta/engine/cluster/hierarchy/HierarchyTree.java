package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The whole hierarchy of a matrix, to be cut into any number of clusters.
 *
 * @param leafOfRow the micro-cluster of each row, or null where every row is a leaf
 */
public record HierarchyTree(Linkage linkage, Dendrogram dendrogram, int @Nullable [] leafOfRow) {
    /**
     * Grows the tree; the seed matters only above 20,000 rows, where micro-clusters are merged instead of rows.
     *
     * @throws io.segmenta.engine.base.UserFacingException as {@link Clusterers#fit}
     */
    public static HierarchyTree grow(FeatureMatrix matrix, Linkage linkage, Seed seed, Progress progress) {
        Clusterers.requireFinite(matrix);
        return Agglomerative.tree(matrix, linkage, seed, progress);
    }

    /** @param matrix the one the tree was grown from */
    public Clustering cut(FeatureMatrix matrix, int clusters) {
        Clusterers.requireDifferentRows(matrix, clusters);
        int[] ofLeaf = dendrogram.cut(clusters);
        int[] labels = leafOfRow == null
                ? ofLeaf
                : Arrays.stream(leafOfRow).map(leaf -> ofLeaf[leaf]).toArray();
        return Agglomerative.clustering(matrix, labels, linkage, dendrogram, leafOfRow != null);
    }
}
