package io.segmenta.engine.evaluate;

import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Means;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;

/**
 * The directions in which customers differ most (Pearson 1901; Hotelling 1933), for pictures in two or three dimensions.
 *
 * @param mean of each column
 * @param loadings dimensions × columns: unit vectors, the largest entry of each positive
 * @param explained share of the total variance along each, falling; all 0 where there is no variance
 * @see <a href="https://doi.org/10.1080/14786440109462720">Pearson (1901), On Lines and Planes of Closest Fit to Systems of Points in Space</a>
 * @see <a href="https://doi.org/10.1037/h0071325">Hotelling (1933), Analysis of a Complex of Statistical Variables into Principal Components</a>
 */
public record PrincipalComponents(double[] mean, double[][] loadings, double[] explained) {
    /** @param dimensions at most as many as there are columns */
    public static PrincipalComponents of(FeatureMatrix matrix, int dimensions) {
        if (dimensions < 1 || dimensions > matrix.columns()) {
            throw new IllegalArgumentException(
                    matrix.columns() + " features have no " + dimensions + " principal components.");
        }
        double[] mean = Means.ofColumns(matrix.data(), matrix.columns());
        double[][] covariance = covariance(matrix, mean);
        double[][] vectors = Jacobi.diagonalise(covariance);
        double[] falling = new double[mean.length];
        Arrays.setAll(falling, j -> -covariance[j][j]);
        int[] order = RankStatistics.argsort(falling);
        double total = 0;
        for (int j = 0; j < mean.length; j++) {
            total += covariance[j][j];
        }
        double[][] loadings = new double[dimensions][mean.length];
        double[] explained = new double[dimensions];
        for (int d = 0; d < dimensions; d++) {
            explained[d] = total > 0 ? Math.max(0, covariance[order[d]][order[d]]) / total : 0;
            for (int j = 0; j < mean.length; j++) {
                loadings[d][j] = vectors[j][order[d]];
            }
            turnPositive(loadings[d]);
        }
        return new PrincipalComponents(mean, loadings, explained);
    }

    /** The coordinates of a row along the components. */
    public double[] project(FeatureMatrix matrix, int row) {
        double[] point = new double[loadings.length];
        for (int d = 0; d < point.length; d++) {
            for (int j = 0; j < mean.length; j++) {
                point[d] += loadings[d][j] * (matrix.at(row, j) - mean[j]);
            }
        }
        return point;
    }

    private static double[][] covariance(FeatureMatrix matrix, double[] mean) {
        int columns = mean.length;
        double[][] covariance = new double[columns][columns];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int a = 0; a < columns; a++) {
                for (int b = 0; b <= a; b++) {
                    covariance[a][b] += (matrix.at(i, a) - mean[a]) * (matrix.at(i, b) - mean[b]) / matrix.rows();
                }
            }
        }
        for (int a = 0; a < columns; a++) {
            for (int b = 0; b < a; b++) {
                covariance[b][a] = covariance[a][b];
            }
        }
        return covariance;
    }

    /** A direction and its opposite are the same component; this makes the choice. */
    private static void turnPositive(double[] vector) {
        double largest = 0;
        for (double entry : vector) {
            if (Math.abs(entry) > Math.abs(largest)) {
                largest = entry;
            }
        }
        if (largest < 0) {
            for (int j = 0; j < vector.length; j++) {
                vector[j] = -vector[j];
            }
        }
    }
}
