package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.numeric.Sampling;
import java.util.Objects;

/**
 * @param clusters 2 to 20
 * @param maxIterations 100 to 1000
 * @param restarts 1 to 100; the best inertia wins
 * @param engine with {@code HAMERLY}, {@code WEKA} lets SimpleKMeans descend from the best start that we found and keeps what it ends with,
 *     up to {@link Sampling#MANY_ROWS} rows and unless its inertia is above ours by more than 0.1 %; {@code LLOYD} is Weka's alone.
 *     Documents of earlier versions name none: what they say holds for either
 */
public record KMeansParameters(int clusters, Init init, Method method, int maxIterations, int restarts, Engine engine)
        implements Hyperparameters {
    /** Where the first centres come from. */
    public enum Init {
        /**
         * rows far from each other, drawn in proportion to the squared distance
         *
         * @see <a href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur and Vassilvitskii (2007), k-means++</a>
         */
        K_MEANS_PLUS_PLUS,
        RANDOM
    }

    /** Two ways to the same result; they differ in time. */
    public enum Method {
        /** every distance in every iteration, by Weka's SimpleKMeans, whatever the number of rows */
        LLOYD,
        /** bounds from the triangle inequality spare most distances; documents call it ELKAN, as earlier versions did */
        HAMERLY
    }

    /** @throws UserFacingException where a number is out of its range, or the engine does not know the method */
    public KMeansParameters {
        Limits.requireClusters(clusters);
        Limits.require("iterations", maxIterations, 100, 1000);
        Limits.require("restarts", restarts, 1, 100);
        engine = Objects.requireNonNullElse(engine, Engine.WEKA);
        if (engine == Engine.SEGMENTA && method == Method.LLOYD) {
            throw new UserFacingException("Only Weka has the method lloyd, not the engine Segmenta. "
                    + "Choose the engine Weka for it, or the method hamerly.");
        }
    }

    /** By Weka's engine where it is as good. */
    public KMeansParameters(int clusters, Init init, Method method, int maxIterations, int restarts) {
        this(clusters, init, method, maxIterations, restarts, Engine.WEKA);
    }

    /** By Weka's engine where it is as good. */
    public KMeansParameters(int clusters, Init init, int maxIterations, int restarts) {
        this(clusters, init, Method.HAMERLY, maxIterations, restarts);
    }

    /** Ten restarts of at most 300 iterations, by Weka's engine where it is as good. */
    public static KMeansParameters of(int clusters) {
        return new KMeansParameters(clusters, Init.K_MEANS_PLUS_PLUS, 300, 10);
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.KMEANS;
    }

    /** The same settings with another number of clusters. */
    public KMeansParameters withClusters(int number) {
        return new KMeansParameters(number, init, method, maxIterations, restarts, engine);
    }

    /** The same by our engine alone, which finds the same segments in less time. */
    public KMeansParameters quickly() {
        return method == Method.LLOYD
                ? this
                : new KMeansParameters(clusters, init, method, maxIterations, restarts, Engine.SEGMENTA);
    }
}
