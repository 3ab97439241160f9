package io.segmenta.engine.forecast.churn;

import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Logistic regression with a small ridge penalty on standardised columns, by Newton's method (Hastie, Tibshirani, Friedman 2009, section
 * 4.4). The penalty keeps separated classes and constant columns finite; the intercept bears none.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-84858-7">Hastie, Tibshirani and Friedman (2009), The Elements of Statistical Learning</a>
 */
final class LogisticRegression {
    private static final double RIDGE = 1;
    private static final int STEPS = 50;

    private final double[] means;
    private final double[] deviations;
    /** Intercept first. */
    private final double[] weights;

    private LogisticRegression(double[] means, double[] deviations, double[] weights) {
        this.means = means;
        this.deviations = deviations;
        this.weights = weights;
    }

    /** @param rows at least one, all of the same length */
    static LogisticRegression fit(double[][] rows, boolean[] outcomes) {
        int columns = rows[0].length;
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        for (int j = 0; j < columns; j++) {
            for (double[] row : rows) {
                means[j] += row[j] / rows.length;
            }
            for (double[] row : rows) {
                deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / rows.length;
            }
            deviations[j] = deviations[j] > 1e-20 ? Math.sqrt(deviations[j]) : 1;
        }
        LogisticRegression regression = new LogisticRegression(means, deviations, new double[columns + 1]);
        double[][] standardised = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            standardised[i] = regression.standardise(rows[i]);
        }
        regression.climb(standardised, outcomes);
        return regression;
    }

    private void climb(double[][] rows, boolean[] outcomes) {
        double longest = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS && longest > 1e-9; step++) {
            double[] gradient = new double[weights.length];
            double[][] curvature = new double[weights.length][weights.length];
            for (int j = 1; j < weights.length; j++) {
                gradient[j] = -RIDGE * weights[j];
                curvature[j][j] = RIDGE;
            }
            for (int i = 0; i < rows.length; i++) {
                accumulate(rows[i], outcomes[i], gradient, curvature);
            }
            for (int j = 0; j < weights.length; j++) {
                for (int k = 0; k < j; k++) {
                    curvature[k][j] = curvature[j][k];
                }
            }
            double[] move = new CholeskyDecomposition(MatrixUtils.createRealMatrix(curvature), 1e-9, 0)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            longest = 0;
            for (int j = 0; j < weights.length; j++) {
                weights[j] += move[j];
                longest = Math.max(longest, Math.abs(move[j]));
            }
        }
    }

    /** Adds one row to the slope and to the lower triangle of the curvature. */
    private void accumulate(double[] row, boolean outcome, double[] gradient, double[][] curvature) {
        double p = probabilityOfStandardised(row);
        double residual = (outcome ? 1 : 0) - p;
        double weight = Math.max(p * (1 - p), 1e-12);
        for (int j = 0; j < row.length; j++) {
            gradient[j] += residual * row[j];
            for (int k = 0; k <= j; k++) {
                curvature[j][k] += weight * row[j] * row[k];
            }
        }
    }

    double probability(double[] row) {
        return probabilityOfStandardised(standardise(row));
    }

    private double probabilityOfStandardised(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += weights[j] * row[j];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** With a leading 1 for the intercept. */
    private double[] standardise(double[] row) {
        double[] standardised = new double[row.length + 1];
        standardised[0] = 1;
        for (int j = 0; j < row.length; j++) {
            standardised[j + 1] = (row[j] - means[j]) / deviations[j];
        }
        return standardised;
    }
}
