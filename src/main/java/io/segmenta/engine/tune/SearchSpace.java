package io.segmenta.engine.tune;

import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import java.util.List;

/** The settings of an algorithm that are searched over, and what a point among them stands for. Engines and methods that only differ in time are not. */
record SearchSpace(Algorithm algorithm, List<Dimension> dimensions) {
    private static final Init[] INITS = Init.values();
    private static final Linkage[] LINKAGES = Linkage.values();
    private static final Covariance[] COVARIANCES = Covariance.values();

    /** Enough to find narrow components now and then: the second start is at random rows. */
    private static final int MIXTURE_RESTARTS = 3;

    static SearchSpace of(Algorithm algorithm, int fewest, int most) {
        Dimension clusters = new Dimension.Whole("clusters", fewest, most);
        return new SearchSpace(
                algorithm,
                switch (algorithm) {
                    case KMEANS ->
                        List.of(
                                clusters,
                                new Dimension.Choice("init", INITS.length),
                                new Dimension.Whole("iterations", 100, 1_000));
                    case AGGLOMERATIVE -> List.of(clusters, new Dimension.Choice("linkage", LINKAGES.length));
                    case MIXTURE ->
                        List.of(
                                clusters,
                                new Dimension.Choice("covariance", COVARIANCES.length),
                                new Dimension.Whole("iterations", 100, 500));
                });
    }

    Hyperparameters at(double[] point) {
        int clusters = (int) point[0];
        int choice = (int) point[1];
        return switch (algorithm) {
            case KMEANS ->
                new KMeansParameters(clusters, INITS[choice], Method.HAMERLY, (int) point[2], 10, Engine.SEGMENTA);
            case AGGLOMERATIVE -> AgglomerativeParameters.of(clusters, LINKAGES[choice]);
            case MIXTURE ->
                new MixtureParameters(
                        clusters, COVARIANCES[choice], (int) point[2], MIXTURE_RESTARTS, 1e-6, Engine.SEGMENTA);
        };
    }
}
