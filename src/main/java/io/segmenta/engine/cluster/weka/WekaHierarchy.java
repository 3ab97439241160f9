package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Locale;
import weka.clusterers.HierarchicalClusterer;
import weka.core.EuclideanDistance;
import weka.core.Instances;
import weka.core.SelectedTag;

/** Weka's HierarchicalClusterer on the values as they are. Its time grows with the cube of the rows. */
final class WekaHierarchy {
    private static final int MAX_ROWS = 1_000;

    private WekaHierarchy() {}

    /**
     * @return the cluster of each row, from 0
     * @throws UserFacingException where there are more rows than its time allows
     */
    static int[] labels(FeatureMatrix matrix, AgglomerativeParameters parameters, Progress progress) {
        if (matrix.rows() > MAX_ROWS) {
            throw new UserFacingException(String.format(
                    Locale.ROOT,
                    "Weka's hierarchical clustering takes at most %,d customers, and there are %,d. "
                            + "Choose the engine Segmenta.",
                    MAX_ROWS,
                    matrix.rows()));
        }
        progress.report(0, "Weka's hierarchical clustering");
        EuclideanDistance distance = new EuclideanDistance();
        distance.setDontNormalize(true);
        HierarchicalClusterer weka = new HierarchicalClusterer();
        weka.setDistanceFunction(distance);
        weka.setNumClusters(parameters.clusters());
        weka.setLinkType(new SelectedTag(
                switch (parameters.linkage()) {
                    case SINGLE -> 0;
                    case COMPLETE -> 1;
                    case AVERAGE -> 2;
                    case WARD -> throw new IllegalArgumentException("Weka's Ward linkage is not Ward's.");
                },
                HierarchicalClusterer.TAGS_LINK_TYPE));
        try {
            Instances instances = WekaData.instances(matrix);
            weka.buildClusterer(instances);
            int[] labels = new int[matrix.rows()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = weka.clusterInstance(instances.instance(i));
            }
            progress.report(1, "");
            return labels;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Weka's hierarchical clustering failed: " + e.getMessage(), e);
        }
    }
}
