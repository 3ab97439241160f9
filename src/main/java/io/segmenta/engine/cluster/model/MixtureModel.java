package io.segmenta.engine.cluster.model;

import java.util.Arrays;

/**
 * A weighted sum of normal distributions. A row belongs to each component in part; it is assigned to the one it belongs to most.
 *
 * @param weights one per cluster, summing to 1
 * @param means clusters × columns
 * @param covariances a symmetric, positive definite matrix of columns × columns per cluster, whatever its shape
 * @param meanLogLikelihood of the rows it was fitted to
 * @param aic Akaike's information criterion of all rows, lower is better (Akaike 1974)
 * @param bic the Bayesian one (Schwarz 1978)
 * @param density made from the weights, means and covariances once, for many rows; documents leave it out
 */
public record MixtureModel(
        Covariance covariance,
        double[] weights,
        double[][] means,
        double[][][] covariances,
        double meanLogLikelihood,
        double aic,
        double bic,
        MixtureDensity density)
        implements ClusterModel {
    @SuppressWarnings("ReferenceEquality") // made from these very means
    public MixtureModel {
        if (density.means != means) {
            throw new IllegalArgumentException("The density must be that of this mixture.");
        }
    }

    /**
     * @throws IllegalArgumentException where the shapes do not fit together
     * @throws io.segmenta.engine.base.UserFacingException where a covariance is not positive definite
     */
    public MixtureModel(
            Covariance covariance,
            double[] weights,
            double[][] means,
            double[][][] covariances,
            double meanLogLikelihood,
            double aic,
            double bic) {
        this(
                covariance,
                weights,
                means,
                covariances,
                meanLogLikelihood,
                aic,
                bic,
                density(weights, means, covariances));
    }

    private static MixtureDensity density(double[] weights, double[][] means, double[][][] covariances) {
        int columns = new CentroidModel(means).columns();
        if (weights.length != means.length || covariances.length != means.length) {
            throw new IllegalArgumentException("A mixture of " + means.length
                    + " components needs a weight and a covariance for each, not " + weights.length + " and "
                    + covariances.length + ".");
        }
        for (double[][] matrix : covariances) {
            if (matrix.length != columns || Arrays.stream(matrix).anyMatch(row -> row.length != columns)) {
                throw new IllegalArgumentException("A covariance must be " + columns + " × " + columns + ".");
            }
        }
        return new MixtureDensity(weights, means, covariances);
    }

    @Override
    public int columns() {
        return means[0].length;
    }

    @Override
    public int clusters() {
        return weights.length;
    }

    @Override
    public int assign(double[] row) {
        return density.mostLikely(row);
    }

    /** How much the row belongs to each cluster; the parts sum to 1. */
    public double[] memberships(double[] row) {
        double[] parts = density.logJoint(row);
        double total = MixtureDensity.logSum(parts);
        for (int c = 0; c < parts.length; c++) {
            parts[c] = Math.exp(parts[c] - total);
        }
        return parts;
    }
}
