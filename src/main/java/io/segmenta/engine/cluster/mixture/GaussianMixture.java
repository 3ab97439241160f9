package io.segmenta.engine.cluster.mixture;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.kmeans.KMeans;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.MixtureDensity;
import io.segmenta.engine.cluster.model.MixtureFit;
import io.segmenta.engine.cluster.model.MixtureFitter;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fits from several starts and keeps the likeliest mixture. */
public final class GaussianMixture {
    private GaussianMixture() {}

    /**
     * By our own expectation maximisation, with components of any shape.
     *
     * @param matrix finite, with at least as many different rows as clusters
     * @throws io.segmenta.engine.base.UserFacingException where a component collapses
     */
    public static Clustering fit(FeatureMatrix matrix, MixtureParameters parameters, Seed seed, Progress progress) {
        ExpectationMaximisation em = new ExpectationMaximisation(matrix, parameters);
        return fit(
                matrix,
                parameters,
                seed,
                (restart, own, check) -> em.run(start(matrix, parameters, restart, own, check), check),
                progress);
    }

    /** @param fitter makes each of the fits, one after the other */
    public static Clustering fit(
            FeatureMatrix matrix, MixtureParameters parameters, Seed seed, MixtureFitter fitter, Progress progress) {
        SharedProgress shared = new SharedProgress(progress, "Gaussian mixture", parameters.restarts());
        MixtureFit best = IntStream.range(0, parameters.restarts())
                .mapToObj(restart -> {
                    MixtureFit fit = fitter.fit(restart, seed.derive("mixture start " + restart), shared::check);
                    shared.advance(1);
                    return fit;
                })
                .reduce((a, b) -> a.logLikelihood() >= b.logLikelihood() ? a : b)
                .orElseThrow();
        return clustering(matrix, parameters, best);
    }

    /**
     * The first restart and every second after it begins at a settled k-means, the others at what is nearest to random rows: mixtures with
     * narrow components are not found from the round clusters of k-means.
     */
    private static Clustering start(
            FeatureMatrix matrix, MixtureParameters parameters, int restart, Seed seed, Runnable check) {
        if (restart % 2 == 0) {
            KMeansParameters kmeans =
                    new KMeansParameters(parameters.clusters(), Init.K_MEANS_PLUS_PLUS, Method.HAMERLY, 300, 1);
            return KMeans.fit(matrix, kmeans, seed, (fraction, detail) -> check.run())
                    .clustering();
        }
        return Clustering.ofMeans(matrix, KMeans.groups(matrix, parameters.clusters(), 0, 1, seed.random(), check));
    }

    private static Clustering clustering(FeatureMatrix matrix, MixtureParameters parameters, MixtureFit fit) {
        MixtureDensity density = fit.density();
        int columns = matrix.columns();
        int[] components = IntStream.range(0, matrix.rows())
                .parallel()
                .map(i -> density.mostLikely(Arrays.copyOfRange(matrix.data(), i * columns, (i + 1) * columns)))
                .toArray();
        int[] order = Clustering.order(matrix, components);
        List<String> caveats = new ArrayList<>();
        if (order.length < parameters.clusters()) {
            caveats.add(
                    "Of the " + parameters.clusters() + " segments asked for, " + (parameters.clusters() - order.length)
                            + " held no customer for whom it is the likeliest, and was left out.");
        }
        if (fit.iterations() == parameters.maxIterations()) {
            caveats.add("The mixture was stopped after " + fit.iterations()
                    + " iterations, before it had settled. Allow more iterations.");
        }
        caveats.addAll(collapsed(matrix, parameters, fit, order));
        return Clustering.ofMeans(matrix, components)
                .with(model(matrix, parameters, fit, order))
                .with(fit.iterations(), caveats);
    }

    private static MixtureModel model(FeatureMatrix matrix, MixtureParameters parameters, MixtureFit fit, int[] order) {
        double kept = Arrays.stream(order).mapToDouble(c -> fit.weights()[c]).sum();
        int free = parameters.covariance().parameters(parameters.clusters(), matrix.columns());
        double deviance = -2 * fit.logLikelihood() * matrix.rows();
        return new MixtureModel(
                parameters.covariance(),
                Arrays.stream(order).mapToDouble(c -> fit.weights()[c] / kept).toArray(),
                Arrays.stream(order).mapToObj(c -> fit.means()[c]).toArray(double[][]::new),
                Arrays.stream(order).mapToObj(c -> fit.covariances()[c]).toArray(double[][][]::new),
                fit.logLikelihood(),
                deviance + 2.0 * free,
                deviance + Math.log(matrix.rows()) * free);
    }

    /** A component without width in a column that has some: its density there says nothing but how small the regularisation is. */
    private static List<String> collapsed(
            FeatureMatrix matrix, MixtureParameters parameters, MixtureFit fit, int[] order) {
        double[] spread = spread(matrix);
        List<String> caveats = new ArrayList<>();
        for (int c = 0; c < order.length; c++) {
            for (int j = 0; j < matrix.columns(); j++) {
                if (fit.covariances()[order[c]][j][j] < 2 * parameters.regularisation()
                        && spread[j] > 2 * parameters.regularisation()) {
                    caveats.add("Segment " + (c + 1) + " has collapsed on a single value of "
                            + matrix.names().get(j)
                            + ": the mixture found many customers equal there and says little else about them.");
                }
            }
        }
        return caveats;
    }

    private static double[] spread(FeatureMatrix matrix) {
        return Arrays.stream(Columns.of(matrix))
                .mapToDouble(column -> {
                    double mean = Arrays.stream(column).average().orElseThrow();
                    return Arrays.stream(column)
                            .map(x -> (x - mean) * (x - mean))
                            .average()
                            .orElseThrow();
                })
                .toArray();
    }
}
