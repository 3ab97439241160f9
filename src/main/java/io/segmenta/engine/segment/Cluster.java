package io.segmenta.engine.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The customers that a clustering put together.
 *
 * @param number in the clustering
 * @param customers indices of its customers, at least one, in the order of the rows
 */
record Cluster(int number, int[] customers) {

    /** The clusters that have customers, in the order of their first row. */
    static List<Cluster> of(int[] rows, int[] labels, int clusters) {
        int[] sizes = new int[clusters];
        int[] firstRows = new int[clusters];
        for (int i = labels.length - 1; i >= 0; i--) {
            sizes[labels[i]]++;
            firstRows[labels[i]] = i;
        }
        int[][] customers = new int[clusters][];
        Arrays.setAll(customers, c -> new int[sizes[c]]);
        int[] filled = new int[clusters];
        for (int i = 0; i < rows.length; i++) {
            customers[labels[i]][filled[labels[i]]++] = rows[i];
        }
        List<Cluster> found = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            if (sizes[c] > 0) {
                found.add(new Cluster(c, customers[c]));
            }
        }
        found.sort(Comparator.comparingInt(cluster -> firstRows[cluster.number]));
        return found;
    }

    /** The values at these indices. */
    static double[] pick(double[] values, int[] indices) {
        double[] picked = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            picked[i] = values[indices[i]];
        }
        return picked;
    }
}
