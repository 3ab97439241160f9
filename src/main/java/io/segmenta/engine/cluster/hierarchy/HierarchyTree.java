package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.RowChecks;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The whole hierarchy of a matrix, to be cut into any number of clusters: one tree serves them all.
 *
 * @param leafOfRow the micro-cluster of each row, or null where every row is a leaf
 */
public record HierarchyTree(Linkage linkage, Dendrogram dendrogram, int @Nullable [] leafOfRow) {
    /** Leaves of the part of the tree that is kept with the model, for drawing. */
    private static final int TOP = 50;

    /**
     * Grows the tree. Above {@link Sampling#MANY_ROWS} rows micro-clusters are merged instead of rows; only there the seed matters.
     *
     * @throws UserFacingException where a value is not finite or beyond 1e100, or complete or average linkage needs more memory than there is
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
     */
    public static HierarchyTree grow(FeatureMatrix matrix, Linkage linkage, Seed seed, Progress progress) {
        RowChecks.requireFinite(matrix);
        if (matrix.rows() <= Sampling.MANY_ROWS) {
            int[] sizes = new int[matrix.rows()];
            Arrays.fill(sizes, 1);
            return new HierarchyTree(linkage, Agglomerative.dendrogram(matrix, sizes, linkage, progress), null);
        }
        MicroClusters micro = MicroClusters.of(matrix, seed, progress);
        return new HierarchyTree(
                linkage, Agglomerative.dendrogram(micro.centres(), micro.sizes(), linkage, progress), micro.labels());
    }

    /**
     * @param matrix the one the tree was grown from
     * @param clusters 2 to 20
     * @throws UserFacingException where there are fewer different rows than clusters
     */
    public Clustering cut(FeatureMatrix matrix, int clusters) {
        RowChecks.requireDifferent(matrix, clusters);
        int[] ofLeaf = dendrogram.cut(clusters);
        int[] leaves = leafOfRow;
        int[] labels = leaves == null
                ? ofLeaf
                : Arrays.stream(leaves).map(leaf -> ofLeaf[leaf]).toArray();
        List<String> caveats = leaves == null
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "With more than %,d customers, k-means first gathered them into %,d small groups, and these were merged.",
                        Sampling.MANY_ROWS,
                        dendrogram.leaves()));
        Clustering clustering = Clustering.ofMeans(matrix, labels);
        return clustering
                .with(new HierarchyModel(clustering.centres(), linkage, dendrogram.top(TOP)))
                .with(0, caveats);
    }
}
