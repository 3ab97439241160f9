package io.segmenta.engine.evaluate;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;

/** Internal indices of a clustering, as scikit-learn computes them. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * @param labels per row a cluster, numbered from 0; at least two different ones
     * @param seed draws the sample for the silhouette of more than 20,000 rows
     * @throws IllegalArgumentException when there is only one cluster
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
     */
    public static Metrics of(FeatureMatrix matrix, int[] labels, Seed seed, Progress progress) {
        Partition partition = Partition.of(matrix, labels);
        return metrics(partition, silhouettes(matrix, labels, seed, progress));
    }

    /** @param silhouettes of the same matrix and labels */
    public static Metrics of(FeatureMatrix matrix, int[] labels, Silhouettes silhouettes) {
        return metrics(Partition.of(matrix, labels), silhouettes);
    }

    private static Metrics metrics(Partition partition, Silhouettes silhouettes) {
        double sum = 0;
        for (double silhouette : silhouettes.values()) {
            sum += silhouette;
        }
        int rows = silhouettes.rows().length;
        return new Metrics(sum / rows, partition.daviesBouldin(), partition.calinskiHarabasz(), rows);
    }

    /**
     * How well each single row lies in its cluster.
     *
     * @param labels per row a cluster, numbered from 0
     * @param seed draws the sample of more than 20,000 rows; the same one as for the metrics
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
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
