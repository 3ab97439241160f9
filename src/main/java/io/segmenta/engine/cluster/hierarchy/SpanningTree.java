package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;

/**
 * Single linkage is the shortest tree that joins all rows (Gower and Ross 1969), grown from the first row (Prim 1957).
 *
 * @see <a href="https://doi.org/10.2307/2346439">Gower and Ross (1969), Minimum Spanning Trees and Single Linkage Cluster Analysis</a>
 */
final class SpanningTree {
    private SpanningTree() {}

    static Merges merge(FeatureMatrix matrix, SharedProgress progress) {
        int rows = matrix.rows();
        double[][] columns = Columns.of(matrix);
        Merges merges = new Merges(rows);
        // Rows outside the tree, side by side, with their squared distance to it and the row of the tree that is
        // nearest.
        int[] outside = new int[rows];
        Arrays.setAll(outside, i -> i);
        double[] nearest = new double[rows];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int[] neighbour = new int[rows];
        double[] squares = new double[rows];
        double[] row = new double[columns.length];
        int count = rows;
        int place = 0;
        for (int joined = 1; joined < rows; joined++) {
            int current = outside[place];
            count--;
            for (int j = 0; j < columns.length; j++) {
                row[j] = columns[j][place];
                columns[j][place] = columns[j][count];
            }
            outside[place] = outside[count];
            nearest[place] = nearest[count];
            neighbour[place] = neighbour[count];
            Arrays.fill(squares, 0, count, 0);
            for (int j = 0; j < columns.length; j++) {
                Columns.addSquares(columns[j], 0, count, row[j], squares, 0);
            }
            place = 0;
            for (int i = 0; i < count; i++) {
                if (squares[i] < nearest[i]) {
                    nearest[i] = squares[i];
                    neighbour[i] = current;
                }
                if (nearest[i] < nearest[place]) {
                    place = i;
                }
            }
            merges.add(outside[place], neighbour[place], Math.sqrt(nearest[place]));
            if (joined % 100 == 99) {
                progress.advance(100);
            }
        }
        return merges;
    }
}
