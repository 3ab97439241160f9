package io.segmenta.engine.cluster.model;

/**
 * Where a fit of a Gaussian mixture ended, in the order of its components.
 *
 * @param weights one per component, summing to 1
 * @param means components × columns
 * @param covariances a symmetric matrix of columns × columns per component
 * @param logLikelihood natural logarithm of the density, the mean over the rows
 * @param iterations that it took
 */
public record MixtureFit(
        double[] weights, double[][] means, double[][][] covariances, double logLikelihood, int iterations) {
    public MixtureDensity density() {
        return new MixtureDensity(weights, means, covariances);
    }
}
