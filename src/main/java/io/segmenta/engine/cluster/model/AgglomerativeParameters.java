package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;

/**
 * @param clusters 2 to 20
 * @param engine Weka's HierarchicalClusterer takes up to 1,000 customers and has no Ward linkage worth the name
 */
public record AgglomerativeParameters(int clusters, Linkage linkage, Engine engine) implements Hyperparameters {
    public AgglomerativeParameters {
        Limits.requireClusters(clusters);
        if (engine == Engine.WEKA && linkage == Linkage.WARD) {
            throw new UserFacingException("Weka's Ward linkage does not compute Ward's method. "
                    + "Choose the engine Segmenta for it, or another linkage.");
        }
    }

    public static AgglomerativeParameters of(int clusters, Linkage linkage) {
        return new AgglomerativeParameters(clusters, linkage, Engine.SEGMENTA);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.AGGLOMERATIVE;
    }

    /** The same settings with another number of clusters. */
    public AgglomerativeParameters withClusters(int number) {
        return new AgglomerativeParameters(number, linkage, engine);
    }
}
