package io.segmenta.engine.features;

import java.util.Arrays;

/**
 * A feature matrix and where it came from.
 *
 * @param rows for each row of the matrix the index of its customer; shorter than the customers where outliers were removed
 * @param outlier for each customer whether the isolation forest finds him odd
 */
public record Transformed(FeatureMatrix matrix, int[] rows, boolean[] outlier, FittedTransform transform) {
    /**
     * The cluster of each customer, −1 for those that were left out.
     *
     * @param labels one per row of the matrix
     */
    public int[] clusters(int[] labels) {
        int[] clusters = new int[outlier.length];
        Arrays.fill(clusters, -1);
        for (int row = 0; row < rows.length; row++) {
            clusters[rows[row]] = labels[row];
        }
        return clusters;
    }

    /** How many customers are odd. */
    public int outliers() {
        int count = 0;
        for (boolean odd : outlier) {
            count += odd ? 1 : 0;
        }
        return count;
    }
}
