package io.segmenta.engine.cluster.mixture;

import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.MixtureDensity;
import io.segmenta.engine.cluster.model.MixtureFit;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fits a Gaussian mixture by turns: memberships from the densities, densities from the memberships (Dempster, Laird and Rubin 1977), until an
 * iteration gains less than 0.001 in mean log-likelihood. Rows are taken in fixed blocks whose sums are added in order, so that the result
 * does not depend on the number of cores.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird and Rubin (1977), Maximum Likelihood from Incomplete Data via the EM Algorithm</a>
 */
final class ExpectationMaximisation {
    private static final double LEAST_GAIN = 1e-3;

    /** Rows whose intermediate values stay in the second cache. */
    private static final int BLOCK = 1_024;

    private final double[][] columns;
    private final int rows;
    private final MixtureParameters parameters;
    private final boolean diagonal;

    ExpectationMaximisation(FeatureMatrix matrix, MixtureParameters parameters) {
        this.columns = Columns.of(matrix);
        this.rows = matrix.rows();
        this.parameters = parameters;
        this.diagonal = parameters.covariance() == Covariance.DIAG || parameters.covariance() == Covariance.SPHERICAL;
    }

    /** @param eachIteration may throw to stop the work */
    MixtureFit run(Clustering start, Runnable eachIteration) {
        MixtureFit fit = maximise(
                start.centres(),
                inBlocks((from, length) -> SufficientStatistics.labelled(
                        start.labels(), start.centres(), columns, from, length, diagonal)),
                0);
        double before = Double.NEGATIVE_INFINITY;
        while (true) {
            eachIteration.run();
            MixtureDensity density = fit.density();
            SufficientStatistics sums =
                    inBlocks((from, length) -> SufficientStatistics.expected(density, columns, from, length, diagonal));
            double reached = sums.logLikelihood / rows;
            if (reached - before < LEAST_GAIN || fit.iterations() == parameters.maxIterations()) {
                return new MixtureFit(fit.weights(), fit.means(), fit.covariances(), reached, fit.iterations());
            }
            before = reached;
            fit = maximise(fit.means(), sums, fit.iterations() + 1);
        }
    }

    @FunctionalInterface
    private interface OfBlock {
        SufficientStatistics sums(int from, int length);
    }

    private SufficientStatistics inBlocks(OfBlock work) {
        int blocks = (rows + BLOCK - 1) / BLOCK;
        IntFunction<SufficientStatistics> block = b -> work.sums(b * BLOCK, Math.min(BLOCK, rows - b * BLOCK));
        SufficientStatistics[] parts =
                IntStream.range(0, blocks).parallel().mapToObj(block).toArray(SufficientStatistics[]::new);
        for (int b = 1; b < blocks; b++) {
            parts[0].add(parts[b]);
        }
        return parts[0];
    }

    /** @param origins from which the differences were taken */
    private MixtureFit maximise(double[][] origins, SufficientStatistics sums, int iterations) {
        int components = origins.length;
        double[] weights = new double[components];
        double[][] means = new double[components][columns.length];
        double[][][] covariances = new double[components][][];
        for (int c = 0; c < components; c++) {
            // As scikit-learn: a component that lost all its rows still has a weight to divide by.
            double weight = sums.weights[c] + 10 * Math.ulp(1.0);
            weights[c] = weight / rows;
            double[] move = new double[columns.length];
            for (int j = 0; j < move.length; j++) {
                move[j] = sums.differences[c][j] / weight;
                means[c][j] = origins[c][j] + move[j];
            }
            covariances[c] = covariance(sums.products[c], weight, move);
        }
        if (parameters.covariance() == Covariance.TIED) {
            double[][] tied = tied(covariances, weights);
            Arrays.fill(covariances, tied);
        }
        for (int c = 0; c < components; c++) {
            if (c == 0 || parameters.covariance() != Covariance.TIED) {
                regularise(covariances[c]);
            }
        }
        return new MixtureFit(weights, means, covariances, Double.NaN, iterations);
    }

    private double[][] covariance(double[][] products, double weight, double[] move) {
        double[][] covariance = new double[move.length][move.length];
        for (int j = 0; j < move.length; j++) {
            for (int i = diagonal ? j : 0; i <= j; i++) {
                covariance[j][i] = products[j][i] / weight - move[j] * move[i];
                covariance[i][j] = covariance[j][i];
            }
        }
        return covariance;
    }

    private double[][] tied(double[][][] covariances, double[] weights) {
        double[][] tied = new double[columns.length][columns.length];
        for (int c = 0; c < weights.length; c++) {
            for (int j = 0; j < columns.length; j++) {
                for (int i = 0; i < columns.length; i++) {
                    tied[j][i] += weights[c] * covariances[c][j][i];
                }
            }
        }
        return tied;
    }

    private void regularise(double[][] covariance) {
        double mean = 0;
        for (int j = 0; j < covariance.length; j++) {
            // A variance that should be 0 may come out below by rounding.
            covariance[j][j] = Math.max(0, covariance[j][j]) + parameters.regularisation();
            mean += covariance[j][j] / covariance.length;
        }
        if (parameters.covariance() == Covariance.SPHERICAL) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[j][j] = mean;
            }
        }
    }
}
