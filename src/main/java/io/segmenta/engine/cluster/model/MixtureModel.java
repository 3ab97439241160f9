package io.segmenta.engine.cluster.model;

import java.util.Arrays;

/**
 * A weighted sum of normal distributions. A row belongs to each component in part; it is assigned to the one it belongs to most.
 *
 * @param weights sum to 1
 * @param means clusters × columns
 * @param covariances a symmetric matrix of columns × columns per cluster, whatever its shape
 * @param meanLogLikelihood of the rows it was fitted to
 * @param aic Akaike's information criterion of all rows, lower is better (Akaike 1974)
 * @param bic the Bayesian one (Schwarz 1978)
 */
public record MixtureModel(
        Covariance covariance,
        double[] weights,
        double[][] means,
        double[][][] covariances,
        double meanLogLikelihood,
        double aic,
        double bic)
        implements ClusterModel {
    public MixtureModel {
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
        return new MixtureDensity(weights, means, covariances).mostLikely(row);
    }

    /** How much the row belongs to each cluster; the parts sum to 1. */
    public double[] memberships(double[] row) {
        double[] parts = new MixtureDensity(weights, means, covariances).logJoint(row);
        double total = MixtureDensity.logSum(parts);
        for (int c = 0; c < parts.length; c++) {
            parts[c] = Math.exp(parts[c] - total);
        }
        return parts;
    }
}
