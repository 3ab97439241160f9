package io.segmenta.engine.cluster.model;

/**
 * Components made ready to be evaluated: with the covariance LLᵀ and P = L⁻¹, the logarithm of the density at x is −½ ‖P (x − μ)‖² plus what
 * does not depend on x.
 */
public final class MixtureDensity {
    public final double[][] means;
    /** P per component, lower triangular */
    public final double[][][] factors;
    /** logarithm of weight and density at the mean */
    public final double[] constants;

    public MixtureDensity(double[] weights, double[][] means, double[][][] covariances) {
        this.means = means;
        factors = new double[weights.length][][];
        constants = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            factors[c] = inverseFactor(covariances[c]);
            double logDeterminant = 0;
            for (int j = 0; j < factors[c].length; j++) {
                logDeterminant += Math.log(factors[c][j][j]);
            }
            constants[c] = Math.log(weights[c]) + logDeterminant - factors[c].length / 2.0 * Math.log(2 * Math.PI);
        }
    }

    public double[] logJoint(double[] row) {
        double[] log = new double[constants.length];
        for (int c = 0; c < log.length; c++) {
            double[][] factor = factors[c];
            double squares = 0;
            for (int j = 0; j < row.length; j++) {
                double y = 0;
                for (int i = 0; i <= j; i++) {
                    y += factor[j][i] * (row[i] - means[c][i]);
                }
                squares += y * y;
            }
            log[c] = constants[c] - squares / 2;
        }
        return log;
    }

    public int mostLikely(double[] row) {
        double[] log = logJoint(row);
        int best = 0;
        for (int c = 1; c < log.length; c++) {
            if (log[c] > log[best]) {
                best = c;
            }
        }
        return best;
    }

    /** log Σ exp(x), without overflow. */
    public static double logSum(double[] logs) {
        double most = Double.NEGATIVE_INFINITY;
        for (double log : logs) {
            most = Math.max(most, log);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return most + Math.log(sum);
    }

    /** The inverse of the lower factor of Cholesky's decomposition. */
    private static double[][] inverseFactor(double[][] covariance) {
        int n = covariance.length;
        double[][] lower = new double[n][n];
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = sum / lower[j][j];
                } else if (sum > 0) {
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    throw new CollapsedMixture(
                            "A segment of the Gaussian mixture has collapsed: its features say the same. "
                                    + "Leave a feature out, choose the covariance diag, or raise the regularisation.");
                }
            }
            inverse[i][i] = 1 / lower[i][i];
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= lower[i][k] * inverse[k][j];
                }
                inverse[i][j] = sum / lower[i][i];
            }
        }
        return inverse;
    }
}
