package io.segmenta.engine.cluster.model;

import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Means;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Labels and the fitted model. Clusters are numbered from 0 by falling size, so that the same result always carries the same
 * numbers; equal sizes are ordered by their centres.
 *
 * @param labels the cluster of each row of the matrix
 * @param sizes rows per cluster, falling, each at least 1
 * @param centres clusters × columns, means of the members
 * @param inertia sum of squared Euclidean distances of the rows to their centre
 * @param iterations of the best restart; 0 where the algorithm has none
 * @param caveats what the user should know about this result, a sentence each
 * @param engine that made the labels
 */
public record Clustering(
        int[] labels,
        int[] sizes,
        double[][] centres,
        double inertia,
        ClusterModel model,
        int iterations,
        List<String> caveats,
        Engine engine) {
    public Clustering {
        caveats = List.copyOf(caveats);
    }

    public int clusters() {
        return sizes.length;
    }

    /** Numbers the clusters that occur among the labels; new rows will go to the nearest mean. */
    public static Clustering ofMeans(FeatureMatrix matrix, int[] labels) {
        int[] order = order(matrix, labels);
        int[] number = new int[Arrays.stream(order).max().orElse(-1) + 1];
        for (int c = 0; c < order.length; c++) {
            number[order[c]] = c;
        }
        int[] numbered = Arrays.stream(labels).map(label -> number[label]).toArray();
        int[] sizes = sizes(numbered, order.length);
        double[][] centres = Means.ofGroups(matrix.data(), matrix.columns(), numbered, sizes);
        return new Clustering(
                numbered,
                sizes,
                centres,
                inertia(matrix, numbered, centres),
                new CentroidModel(centres),
                0,
                List.of(),
                Engine.SEGMENTA);
    }

    public Clustering with(ClusterModel fitted) {
        return new Clustering(labels, sizes, centres, inertia, fitted, iterations, caveats, engine);
    }

    public Clustering with(int iterationsTaken, List<String> remarks) {
        return new Clustering(labels, sizes, centres, inertia, model, iterationsTaken, remarks, engine);
    }

    public Clustering by(Engine maker) {
        return new Clustering(labels, sizes, centres, inertia, model, iterations, caveats, maker);
    }

    /** The labels that occur, the one of the largest cluster first. */
    public static int[] order(FeatureMatrix matrix, int[] labels) {
        int clusters = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] sizes = sizes(labels, clusters);
        double[][] centres = Means.ofGroups(matrix.data(), matrix.columns(), labels, sizes);
        return IntStream.range(0, clusters)
                .filter(c -> sizes[c] > 0)
                .boxed()
                .sorted((a, b) -> sizes[a] != sizes[b]
                        ? Integer.compare(sizes[b], sizes[a])
                        : Arrays.compare(centres[a], centres[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] sizes(int[] labels, int clusters) {
        int[] sizes = new int[clusters];
        for (int label : labels) {
            sizes[label]++;
        }
        return sizes;
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
