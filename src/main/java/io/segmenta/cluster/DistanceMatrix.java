package io.segmenta.cluster;

import io.segmenta.base.UserFacingException;
import io.segmenta.features.FeatureMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Euclidean distances of all pairs of rows; row after row the part right of the diagonal. */
final class DistanceMatrix {
    private final double[] distances;
    private final int rows;
    /** to which the later row of a pair is added */
    private final int[] offsets;

    private DistanceMatrix(double[] distances, int rows) {
        this.distances = distances;
        this.rows = rows;
        offsets = new int[rows];
        Arrays.setAll(offsets, row -> (int) ((long) row * (2L * rows - row - 1) / 2) - row - 1);
    }

    static DistanceMatrix of(FeatureMatrix matrix, SharedProgress progress) {
        int rows = matrix.rows();
        requireMemory(rows);
        DistanceMatrix result = new DistanceMatrix(new double[(int) ((long) rows * (rows - 1) / 2)], rows);
        double[][] columns = Columns.of(matrix);
        IntStream.range(0, rows).parallel().forEach(row -> {
            if (row % 1_000 == 0) {
                progress.check();
            }
            result.fill(row, columns);
        });
        return result;
    }

    private static void requireMemory(int rows) {
        long needed = 8L * rows * (rows - 1) / 2;
        long allowed = Runtime.getRuntime().maxMemory();
        if (needed > allowed * 3 / 4) {
            throw new UserFacingException(String.format(
                    "The distances of %,d customers need %,d MB of memory, and the program may use %,d MB. "
                            + "Choose the linkage ward or single, which need none, or start the program with more memory.",
                    rows, needed >> 20, allowed >> 20));
        }
    }

    private void fill(int row, double[][] columns) {
        int start = index(row, row + 1);
        int length = rows - row - 1;
        for (double[] column : columns) {
            Columns.addSquares(column, row + 1, length, column[row], distances, start);
        }
        for (int i = start; i < start + length; i++) {
            distances[i] = Math.sqrt(distances[i]);
        }
    }

    /** Where the distance of a row to a later one lies; those to the rows after that follow. */
    private int index(int row, int later) {
        return offsets[row] + later;
    }

    double get(int a, int b) {
        return distances[a < b ? index(a, b) : index(b, a)];
    }

    void set(int a, int b, double distance) {
        distances[a < b ? index(a, b) : index(b, a)] = distance;
    }
}
