package io.segmenta.engine.cluster.model;

/**
 * @param clusters 2 to 20
 * @param maxIterations 100 to 1000
 * @param restarts 1 to 100; the best inertia wins
 */
public record KMeansParameters(int clusters, Init init, Method method, int maxIterations, int restarts)
        implements Hyperparameters {
    /** Where the first centres come from. */
    public enum Init {
        /** Arthur and Vassilvitskii 2007 */
        K_MEANS_PLUS_PLUS,
        RANDOM
    }

    /** Two ways to the same result; they differ in time. */
    public enum Method {
        /** every distance in every iteration, by Weka's SimpleKMeans */
        LLOYD,
        /** bounds from the triangle inequality spare most distances */
        ELKAN
    }

    public KMeansParameters {
        Limits.requireClusters(clusters);
        Limits.require("iterations", maxIterations, 100, 1000);
        Limits.require("restarts", restarts, 1, 100);
    }

    public KMeansParameters(int clusters, Init init, int maxIterations, int restarts) {
        this(clusters, init, Method.ELKAN, maxIterations, restarts);
    }

    public static KMeansParameters of(int clusters) {
        return new KMeansParameters(clusters, Init.K_MEANS_PLUS_PLUS, Method.ELKAN, 300, 10);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.KMEANS;
    }

    @Override
    public KMeansParameters withClusters(int number) {
        return new KMeansParameters(number, init, method, maxIterations, restarts);
    }
}
