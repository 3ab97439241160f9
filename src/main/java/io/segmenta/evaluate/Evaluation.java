package io.segmenta.evaluate;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.features.FeatureMatrix;

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
        double[] silhouettes = Silhouette.ofRows(matrix, labels, rows, progress);
        double sum = 0;
        for (double silhouette : silhouettes) {
            sum += silhouette;
        }
        return new Metrics(sum / rows.length, partition.daviesBouldin(), partition.calinskiHarabasz(), rows.length);
    }
}
