package io.segmenta.engine.cluster.weka;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Lloyd;
import io.segmenta.engine.cluster.model.MixtureFitter;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import weka.core.Instances;

/** Weka's SimpleKMeans, HierarchicalClusterer and EM, on the values as they are: nothing is normalised again. */
public final class WekaClusterers {
    private WekaClusterers() {}

    /** Lloyd's algorithm by SimpleKMeans, from given first centres. */
    public static Lloyd lloyd(FeatureMatrix matrix, KMeansParameters parameters) {
        Instances instances = WekaData.instances(matrix);
        return (start, eachIteration) -> WekaKMeans.descend(instances, start, parameters, eachIteration);
    }

    /**
     * The labels of HierarchicalClusterer, whose time grows with the cube of the rows.
     *
     * @param parameters of any linkage but Ward
     * @return the cluster of each row
     * @throws io.segmenta.engine.base.UserFacingException above 1,000 rows
     */
    public static int[] hierarchy(FeatureMatrix matrix, AgglomerativeParameters parameters, Progress progress) {
        return WekaHierarchy.labels(matrix, parameters, progress);
    }

    /** Axis-parallel mixtures by EM. */
    public static MixtureFitter mixture(FeatureMatrix matrix, MixtureParameters parameters) {
        return (restart, seed, eachIteration) -> WekaEm.fit(matrix, parameters, seed, eachIteration);
    }
}
