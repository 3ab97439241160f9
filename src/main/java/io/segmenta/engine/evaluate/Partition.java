package io.segmenta.engine.evaluate;

import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Means;
import java.util.Arrays;

/**
 * Rows divided into non-empty clusters, with their means: what the indices based on centres need.
 *
 * @see <a href="https://doi.org/10.1109/TPAMI.1979.4766909">Davies and Bouldin (1979), A Cluster Separation Measure</a>
 * @see <a href="https://doi.org/10.1080/03610927408827101">Caliński and Harabasz (1974), A Dendrite Method for Cluster Analysis</a>
 */
record Partition(FeatureMatrix matrix, int[] labels, int[] sizes, double[][] centres) {
    /** Clusters are renumbered where numbers are missing. */
    static Partition of(FeatureMatrix matrix, int[] labels) {
        if (labels.length != matrix.rows()) {
            throw new IllegalArgumentException(
                    "There are " + labels.length + " labels for " + matrix.rows() + " rows.");
        }
        int[] used = Arrays.stream(labels).distinct().sorted().toArray();
        if (used.length < 2) {
            throw new IllegalArgumentException(
                    "Indices compare clusters; " + used.length + " were given, at least 2 are needed.");
        }
        int[] dense = new int[labels.length];
        int[] sizes = new int[used.length];
        for (int i = 0; i < labels.length; i++) {
            dense[i] = Arrays.binarySearch(used, labels[i]);
            sizes[dense[i]]++;
        }
        double[][] centres = Means.ofGroups(matrix.data(), matrix.columns(), dense, sizes);
        return new Partition(matrix, dense, sizes, centres);
    }

    int clusters() {
        return sizes.length;
    }

    /** Mean over the clusters of the worst (sᵢ + sⱼ) / dᵢⱼ, s being the mean distance to the own centre (Davies and Bouldin 1979). */
    double daviesBouldin() {
        double[] spread = new double[clusters()];
        for (int i = 0; i < labels.length; i++) {
            spread[labels[i]] += Math.sqrt(squaredDistanceToCentre(i)) / sizes[labels[i]];
        }
        double sum = 0;
        for (int a = 0; a < clusters(); a++) {
            double worst = 0;
            for (int b = 0; b < clusters(); b++) {
                double distance = distance(centres[a], centres[b]);
                if (distance > 0) {
                    worst = Math.max(worst, (spread[a] + spread[b]) / distance);
                }
            }
            sum += worst;
        }
        return sum / clusters();
    }

    /** Dispersion between over dispersion within, each by its degrees of freedom (Caliński and Harabasz 1974); 1 when there is none within. */
    double calinskiHarabasz() {
        double[] mean = new double[matrix.columns()];
        for (int c = 0; c < clusters(); c++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += centres[c][j] * sizes[c] / labels.length;
            }
        }
        double between = 0;
        for (int c = 0; c < clusters(); c++) {
            double distance = distance(centres[c], mean);
            between += sizes[c] * distance * distance;
        }
        double within = 0;
        for (int i = 0; i < labels.length; i++) {
            within += squaredDistanceToCentre(i);
        }
        return within == 0 ? 1 : between * (labels.length - clusters()) / (within * (clusters() - 1.0));
    }

    private double squaredDistanceToCentre(int row) {
        double[] centre = centres[labels[row]];
        double sum = 0;
        for (int j = 0; j < centre.length; j++) {
            double d = matrix.at(row, j) - centre[j];
            sum += d * d;
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return Math.sqrt(sum);
    }
}
