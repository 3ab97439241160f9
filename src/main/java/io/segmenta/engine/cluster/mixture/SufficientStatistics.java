package io.segmenta.engine.cluster.mixture;

import io.segmenta.engine.cluster.model.MixtureDensity;
import java.util.Arrays;

/**
 * What one iteration has to know about a block of rows: per component the sums of the memberships, and of the differences to its mean and
 * their products, weighted with the memberships.
 */
final class SufficientStatistics {
    final double[] weights;
    final double[][] differences;
    final double[][][] products;
    double logLikelihood;

    SufficientStatistics(int components, int columns) {
        weights = new double[components];
        differences = new double[components][columns];
        products = new double[components][columns][columns];
    }

    void add(SufficientStatistics other) {
        logLikelihood += other.logLikelihood;
        for (int c = 0; c < weights.length; c++) {
            weights[c] += other.weights[c];
            for (int j = 0; j < differences[c].length; j++) {
                differences[c][j] += other.differences[c][j];
                for (int i = 0; i <= j; i++) {
                    products[c][j][i] += other.products[c][j][i];
                }
            }
        }
    }

    /** Memberships by the density, for the rows from..from + length of the columns. */
    static SufficientStatistics expected(
            MixtureDensity density, double[][] columns, int from, int length, boolean diagonal) {
        int components = density.constants.length;
        double[][] parts = new double[components][length];
        double[][] differences = new double[columns.length][length];
        double[] y = new double[length];
        for (int c = 0; c < components; c++) {
            subtract(columns, from, length, density.means[c], differences);
            Arrays.fill(parts[c], density.constants[c]);
            for (int j = 0; j < columns.length; j++) {
                Arrays.fill(y, 0);
                for (int i = diagonal ? j : 0; i <= j; i++) {
                    addMultiple(differences[i], density.factors[c][j][i], y);
                }
                subtractHalfSquares(y, parts[c]);
            }
        }
        SufficientStatistics sums = new SufficientStatistics(components, columns.length);
        sums.logLikelihood = toMemberships(parts, length);
        for (int c = 0; c < components; c++) {
            subtract(columns, from, length, density.means[c], differences);
            sums.gather(c, parts[c], differences, diagonal);
        }
        return sums;
    }

    /** Each row belongs wholly to the component of its label. */
    static SufficientStatistics labelled(
            int[] labels, double[][] means, double[][] columns, int from, int length, boolean diagonal) {
        SufficientStatistics sums = new SufficientStatistics(means.length, columns.length);
        double[][] differences = new double[columns.length][length];
        double[] parts = new double[length];
        for (int c = 0; c < means.length; c++) {
            for (int r = 0; r < length; r++) {
                parts[r] = labels[from + r] == c ? 1 : 0;
            }
            subtract(columns, from, length, means[c], differences);
            sums.gather(c, parts, differences, diagonal);
        }
        return sums;
    }

    private void gather(int c, double[] parts, double[][] differences, boolean diagonal) {
        weights[c] = sum(parts);
        double[] weighted = new double[parts.length];
        for (int j = 0; j < differences.length; j++) {
            for (int r = 0; r < weighted.length; r++) {
                weighted[r] = parts[r] * differences[j][r];
            }
            this.differences[c][j] = sum(weighted);
            for (int i = diagonal ? j : 0; i <= j; i++) {
                products[c][j][i] = dot(weighted, differences[i]);
            }
        }
    }

    /** Turns logarithms of joint densities into memberships; returns the sum of the logarithms of the densities. */
    private static double toMemberships(double[][] parts, int length) {
        double total = 0;
        for (int r = 0; r < length; r++) {
            double most = Double.NEGATIVE_INFINITY;
            for (double[] part : parts) {
                most = Math.max(most, part[r]);
            }
            double sum = 0;
            for (double[] part : parts) {
                part[r] = Math.exp(part[r] - most);
                sum += part[r];
            }
            for (double[] part : parts) {
                part[r] /= sum;
            }
            total += most + Math.log(sum);
        }
        return total;
    }

    private static void subtract(double[][] columns, int from, int length, double[] mean, double[][] differences) {
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double[] difference = differences[j];
            double value = mean[j];
            for (int r = 0; r < length; r++) {
                difference[r] = column[from + r] - value;
            }
        }
    }

    private static void addMultiple(double[] x, double factor, double[] y) {
        for (int r = 0; r < y.length; r++) {
            y[r] += factor * x[r];
        }
    }

    private static void subtractHalfSquares(double[] y, double[] logs) {
        for (int r = 0; r < y.length; r++) {
            logs[r] -= 0.5 * y[r] * y[r];
        }
    }

    private static double sum(double[] x) {
        double a = 0;
        double b = 0;
        int r = 0;
        for (; r + 1 < x.length; r += 2) {
            a += x[r];
            b += x[r + 1];
        }
        return r < x.length ? a + b + x[r] : a + b;
    }

    /** Four sums side by side, so that an addition need not wait for the one before. */
    private static double dot(double[] x, double[] y) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int r = 0;
        for (; r + 3 < x.length; r += 4) {
            a += x[r] * y[r];
            b += x[r + 1] * y[r + 1];
            c += x[r + 2] * y[r + 2];
            d += x[r + 3] * y[r + 3];
        }
        for (; r < x.length; r++) {
            a += x[r] * y[r];
        }
        return a + b + (c + d);
    }
}
