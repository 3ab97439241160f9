package io.segmenta.cluster;

import io.segmenta.features.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Labels and the fitted model. Clusters are numbered from 0 by falling size, so that the same result always carries the same
 * numbers; equal sizes are ordered by their centres.
 *
 * @param labels the cluster of each row of the matrix
 * @param sizes rows per cluster, falling
 * @param centres clusters × columns, means of the members
 * @param inertia sum of squared Euclidean distances of the rows to their centre
 */
public record Clustering(int[] labels, int[] sizes, double[][] centres, double inertia, ClusterModel model) {
    public int clusters() {
        return sizes.length;
    }

    /** Numbers the clusters; new rows will go to the nearest mean. Every label from 0 to clusters − 1 must occur. */
    static Clustering ofMeans(FeatureMatrix matrix, int[] labels, int clusters) {
        int[] sizes = new int[clusters];
        double[][] centres = new double[clusters][matrix.columns()];
        for (int i = 0; i < matrix.rows(); i++) {
            sizes[labels[i]]++;
            for (int j = 0; j < matrix.columns(); j++) {
                centres[labels[i]][j] += matrix.at(i, j);
            }
        }
        for (int c = 0; c < clusters; c++) {
            for (int j = 0; j < matrix.columns(); j++) {
                centres[c][j] /= sizes[c];
            }
        }
        int[] order = IntStream.range(0, clusters)
                .boxed()
                .sorted((a, b) -> sizes[a] != sizes[b]
                        ? Integer.compare(sizes[b], sizes[a])
                        : Arrays.compare(centres[a], centres[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] number = new int[clusters];
        for (int c = 0; c < clusters; c++) {
            number[order[c]] = c;
        }
        int[] numbered = Arrays.stream(labels).map(label -> number[label]).toArray();
        double[][] ordered = Arrays.stream(order).mapToObj(c -> centres[c]).toArray(double[][]::new);
        return new Clustering(
                numbered,
                Arrays.stream(order).map(c -> sizes[c]).toArray(),
                ordered,
                inertia(matrix, numbered, ordered),
                new CentroidModel(ordered));
    }

    private static double inertia(FeatureMatrix matrix, int[] labels, double[][] centres) {
        double inertia = 0;
        for (int i = 0; i < labels.length; i++) {
            double[] centre = centres[labels[i]];
            for (int j = 0; j < centre.length; j++) {
                double d = matrix.at(i, j) - centre[j];
                inertia += d * d;
            }
        }
        return inertia;
    }
}
