package io.segmenta.engine.cluster;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.hierarchy.HierarchyTree;
import io.segmenta.engine.cluster.kmeans.KMeans;
import io.segmenta.engine.cluster.mixture.GaussianMixture;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.cluster.model.RowChecks;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.cluster.weka.WekaClusterers;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;

/** The one door to every clustering algorithm: sends the work to the engine that is asked for. */
public final class Clusterers {
    /** By what share Weka's inertia may be above ours and still be kept. */
    private static final double LEEWAY = 0.001;

    private Clusterers() {}

    /**
     * Divides the rows of the matrix into clusters. The same matrix, parameters and seed give the same labels, whatever the number of cores.
     * {@link Clustering#engine} says which engine made them.
     *
     * @param matrix rows × columns, transformed so that Euclidean distance tells what is alike
     * @param progress told of every iteration, from several threads but one at a time; what it throws ends the work
     * @throws io.segmenta.engine.cluster.model.TooFewDifferentRows when there are fewer different rows than clusters
     * @throws UserFacingException when a value is not finite or beyond 1e100, when Weka's hierarchy is given more than 1,000 rows, when
     *     distances need more memory than there is, or when a mixture collapses
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
     */
    public static Clustering fit(FeatureMatrix matrix, Hyperparameters parameters, Seed seed, Progress progress) {
        RowChecks.requireFinite(matrix);
        RowChecks.requireDifferent(matrix, parameters.clusters());
        return switch (parameters) {
            case KMeansParameters kmeans -> kmeans(matrix, kmeans, seed, progress);
            case AgglomerativeParameters hierarchy ->
                switch (hierarchy.engine()) {
                    case SEGMENTA ->
                        HierarchyTree.grow(matrix, hierarchy.linkage(), seed, progress)
                                .cut(matrix, hierarchy.clusters());
                    case WEKA ->
                        Clustering.ofMeans(matrix, WekaClusterers.hierarchy(matrix, hierarchy, progress))
                                .by(Engine.WEKA);
                };
            case MixtureParameters mixture ->
                switch (mixture.engine()) {
                    case SEGMENTA -> GaussianMixture.fit(matrix, mixture, seed, progress);
                    case WEKA ->
                        GaussianMixture.fit(matrix, mixture, seed, WekaClusterers.mixture(matrix, mixture), progress)
                                .by(Engine.WEKA);
                };
        };
    }

    private static Clustering kmeans(FeatureMatrix matrix, KMeansParameters parameters, Seed seed, Progress progress) {
        if (parameters.method() == Method.LLOYD) {
            return KMeans.fit(matrix, parameters, seed, WekaClusterers.lloyd(matrix, parameters), progress)
                    .by(Engine.WEKA);
        }
        KMeans.Best ours = KMeans.fit(matrix, parameters, seed, progress);
        if (parameters.engine() == Engine.SEGMENTA || matrix.rows() > Sampling.MANY_ROWS) {
            return ours.clustering();
        }
        SharedProgress shared = new SharedProgress(progress, "Weka's k-means", 1);
        Clustering wekas = KMeans.clustering(
                        matrix,
                        parameters,
                        WekaClusterers.lloyd(matrix, parameters).descend(ours.start(), shared::check))
                .by(Engine.WEKA);
        return isAsGood(wekas, ours.clustering()) ? wekas : ours.clustering();
    }

    static boolean isAsGood(Clustering wekas, Clustering ours) {
        return wekas.clusters() == ours.clusters() && wekas.inertia() <= ours.inertia() * (1 + LEEWAY);
    }
}
