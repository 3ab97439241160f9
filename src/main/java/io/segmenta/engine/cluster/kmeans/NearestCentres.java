package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.cluster.model.Columns;
import java.util.Arrays;

/**
 * The nearest and the second nearest centre of some rows at a time. The rows are laid out by column, so that the compiler vectorises the
 * loops over them; each distance is added up in the order of the columns, as for a row alone.
 */
final class NearestCentres {
    /** Rows at a time: what is needed for them stays in the first cache. */
    static final int BLOCK = 256;

    private final double[][] columns;
    private final int[] rows = new int[BLOCK];
    private final double[] squares = new double[BLOCK];
    private final double[] least = new double[BLOCK];
    private final double[] second = new double[BLOCK];
    private final int[] nearest = new int[BLOCK];
    private int count;

    NearestCentres(int columns) {
        this.columns = new double[columns][BLOCK];
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Without room for more than {@link #BLOCK} rows. */
    void add(int row, double[] data) {
        int start = row * columns.length;
        for (int j = 0; j < columns.length; j++) {
            columns[j][count] = data[start + j];
        }
        rows[count++] = row;
    }

    /** For the rows added since the last clearing; of centres equally near the first counts as nearest. */
    void find(double[] centres) {
        Arrays.fill(least, 0, count, Double.POSITIVE_INFINITY);
        Arrays.fill(second, 0, count, Double.POSITIVE_INFINITY);
        for (int c = 0; c * columns.length < centres.length; c++) {
            Arrays.fill(squares, 0, count, 0);
            for (int j = 0; j < columns.length; j++) {
                Columns.addSquares(columns[j], 0, count, centres[c * columns.length + j], squares, 0);
            }
            keepSecond();
            keepNearest(c);
        }
        for (int i = 0; i < count; i++) {
            least[i] = Math.sqrt(least[i]);
        }
        for (int i = 0; i < count; i++) {
            second[i] = Math.sqrt(second[i]);
        }
    }

    private void keepSecond() {
        for (int i = 0; i < count; i++) {
            second[i] = Math.min(second[i], Math.max(least[i], squares[i]));
        }
    }

    private void keepNearest(int centre) {
        for (int i = 0; i < count; i++) {
            if (squares[i] < least[i]) {
                least[i] = squares[i];
                nearest[i] = centre;
            }
        }
    }

    int row(int i) {
        return rows[i];
    }

    int nearest(int i) {
        return nearest[i];
    }

    double distance(int i) {
        return least[i];
    }

    /** To the second nearest; infinite where there is but one centre. */
    double nextDistance(int i) {
        return second[i];
    }
}
