package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Locale;
import java.util.stream.IntStream;

/** Euclidean distances of all pairs of rows; row after row the part right of the diagonal. */
final class DistanceMatrix {
    private final double[] distances;
    private int rows;
    /** to which the later row of a pair is added */
    private final int[] offsets;

    private DistanceMatrix(double[] distances, int rows) {
        this.distances = distances;
        this.rows = rows;
        offsets = new int[rows];
        layOut();
    }

    private void layOut() {
        for (int row = 0; row < rows; row++) {
            offsets[row] = (int) ((long) row * (2L * rows - row - 1) / 2) - row - 1;
        }
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
                    Locale.ROOT,
                    "The distances of %,d customers need %,d MB of memory, and the program may use %,d MB. "
                            + "Choose the linkage ward or single, which need none, or start the program with more memory.",
                    rows,
                    needed >> 20,
                    allowed >> 20));
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

    int rows() {
        return rows;
    }

    /**
     * The row nearest to the given one.
     *
     * @param among ascending; so many of them count
     * @param preferred wins a tie; −1 for none
     */
    int nearest(int row, int[] among, int count, int preferred) {
        int best = preferred;
        double least = preferred < 0 ? Double.POSITIVE_INFINITY : get(row, preferred);
        int i = 0;
        for (; i < count && among[i] < row; i++) {
            double distance = distances[offsets[among[i]] + row];
            if (distance < least) {
                least = distance;
                best = among[i];
            }
        }
        int own = offsets[row];
        for (; i < count; i++) {
            int other = among[i];
            if (other != row) {
                double distance = distances[own + other];
                if (distance < least) {
                    least = distance;
                    best = other;
                }
            }
        }
        return best;
    }

    /** Complete linkage: what remains is as far from others as the farther of the two. */
    void keepFarther(int gone, int kept, int[] among, int count) {
        for (int i = 0; i < count; i++) {
            int other = among[i];
            if (other != kept) {
                int at = other < kept ? index(other, kept) : index(kept, other);
                distances[at] = Math.max(distances[at], get(gone, other));
            }
        }
    }

    /** Average linkage: what remains lies between the two, in proportion to their weights. */
    void keepMean(int gone, int kept, double share, int[] among, int count) {
        for (int i = 0; i < count; i++) {
            int other = among[i];
            if (other != kept) {
                int at = other < kept ? index(other, kept) : index(kept, other);
                distances[at] = share * get(gone, other) + (1 - share) * distances[at];
            }
        }
    }

    /** Keeps some rows only, as the first ones. */
    void pack(int[] kept, int count) {
        int to = 0;
        for (int a = 0; a < count; a++) {
            int own = offsets[kept[a]];
            for (int b = a + 1; b < count; b++) {
                distances[to++] = distances[own + kept[b]];
            }
        }
        rows = count;
        layOut();
    }
}
