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
import java.util.ArrayList;
import java.util.List;

/**
 * The settings of an algorithm that are searched over, and what a point among them stands for.
 *
 * @param engines ours, which needs no dimension of its own, or Weka's beside it
 */
record SearchSpace(Algorithm algorithm, List<Dimension> dimensions, List<Engine> engines) {
    private static final Init[] INITS = Init.values();
    private static final Linkage[] LINKAGES = Linkage.values();
    private static final Covariance[] COVARIANCES = Covariance.values();

    /** Enough to find narrow components now and then: the second start is at random rows. */
    private static final int MIXTURE_RESTARTS = 3;

    static SearchSpace of(Algorithm algorithm, TuningSettings settings) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(new Dimension.Whole("clusters", settings.fewest(), settings.most()));
        switch (algorithm) {
            case KMEANS -> {
                dimensions.add(new Dimension.Choice("init", INITS.length));
                dimensions.add(new Dimension.Whole("iterations", 100, 1_000));
            }
            case AGGLOMERATIVE -> dimensions.add(new Dimension.Choice("linkage", LINKAGES.length));
            case MIXTURE -> {
                dimensions.add(new Dimension.Choice("covariance", COVARIANCES.length));
                dimensions.add(new Dimension.Whole("iterations", 100, 500));
            }
        }
        if (settings.engines().size() > 1) {
            dimensions.add(new Dimension.Choice("engine", settings.engines().size()));
        }
        return new SearchSpace(algorithm, List.copyOf(dimensions), settings.engines());
    }

    /** What Weka's engine does not know is made by ours. */
    Hyperparameters at(double[] point) {
        int clusters = (int) point[0];
        int choice = (int) point[1];
        Engine engine = engines.size() > 1 ? engines.get((int) point[point.length - 1]) : Engine.SEGMENTA;
        return switch (algorithm) {
            case KMEANS ->
                new KMeansParameters(
                        clusters,
                        INITS[choice],
                        engine == Engine.WEKA ? Method.LLOYD : Method.HAMERLY,
                        (int) point[2],
                        10,
                        engine);
            case AGGLOMERATIVE ->
                new AgglomerativeParameters(
                        clusters, LINKAGES[choice], LINKAGES[choice] == Linkage.WARD ? Engine.SEGMENTA : engine);
            case MIXTURE ->
                new MixtureParameters(
                        clusters,
                        COVARIANCES[choice],
                        (int) point[2],
                        MIXTURE_RESTARTS,
                        1e-6,
                        COVARIANCES[choice] == Covariance.DIAG ? engine : Engine.SEGMENTA);
        };
    }
}
