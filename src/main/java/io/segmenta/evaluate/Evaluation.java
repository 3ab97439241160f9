package io.segmenta.evaluate;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.features.FeatureMatrix;
import java.util.Arrays;

/** Internal indices of a clustering, as scikit-learn computes them. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * @param labels per row a cluster, numbered from 0; at least two different ones
     * @param seed draws the sample for the silhouette of more than 20,000 rows
     */
    public static Metrics of(FeatureMatrix matrix, int[] labels, Seed seed, Progress progress) {
        Partition partition = Partition.of(matrix, labels);
        int[] rows = Silhouette.rows(matrix.rows(), seed);
        double sum = 0;
        for (double silhouette : Silhouette.ofRows(matrix, labels, rows, progress)) {
            sum += silhouette;
        }
        return new Metrics(sum / rows.length, partition.daviesBouldin(), partition.calinskiHarabasz(), rows.length);
    }

    /**
     * How well each single row lies in its cluster.
     *
     * @param labels per row a cluster, numbered from 0
     * @param seed draws the sample of more than 20,000 rows; the same one as for the metrics
     */
    public static Silhouettes silhouettes(FeatureMatrix matrix, int[] labels, Seed seed, Progress progress) {
        int[] rows = Silhouette.rows(matrix.rows(), seed);
        double[] values = Silhouette.ofRows(matrix, labels, rows, progress);
        int clusters = Arrays.stream(labels).max().orElse(-1) + 1;
        double[] means = new double[clusters];
        int[] sizes = new int[clusters];
        for (int i = 0; i < rows.length; i++) {
            means[labels[rows[i]]] += values[i];
            sizes[labels[rows[i]]]++;
        }
        for (int c = 0; c < clusters; c++) {
            means[c] = sizes[c] == 0 ? 0 : means[c] / sizes[c];
        }
        return new Silhouettes(rows, values, means);
    }
}
