package io.segmenta.engine.segment;

import java.util.Arrays;

/**
 * Gives every row its own column at the least total cost: the Hungarian method (Kuhn 1955) as successive shortest augmenting
 * paths with potentials (Jonker and Volgenant 1987), O(rows² × columns).
 *
 * @see <a href="https://doi.org/10.1002/nav.3800020109">Kuhn (1955), The Hungarian Method for the Assignment Problem</a>
 * @see <a href="https://doi.org/10.1007/BF02278710">Jonker and Volgenant (1987), A Shortest Augmenting Path Algorithm for Dense and Sparse Linear Assignment Problems</a>
 */
final class LeastCostMatching {
    private static final int NONE = -1;

    private final double[][] costs;
    private final int columns;
    private final double[] rowPotentials;
    private final double[] columnPotentials;
    /** The row of each column; one more column than there are costs, from which the search for a new row starts. */
    private final int[] rowOf;

    private LeastCostMatching(double[][] costs, int columns) {
        this.costs = costs;
        this.columns = columns;
        rowPotentials = new double[costs.length];
        columnPotentials = new double[columns + 1];
        rowOf = new int[columns + 1];
        Arrays.fill(rowOf, NONE);
    }

    /**
     * @param costs finite, rows × columns, no more rows than columns
     * @return the column of each row
     */
    static int[] of(double[][] costs) {
        int columns = costs.length == 0 ? 0 : costs[0].length;
        if (costs.length > columns) {
            throw new IllegalArgumentException(costs.length + " rows cannot each have one of " + columns + " columns.");
        }
        LeastCostMatching matching = new LeastCostMatching(costs, columns);
        for (int row = 0; row < costs.length; row++) {
            matching.add(row);
        }
        int[] columnOf = new int[costs.length];
        for (int column = 0; column < columns; column++) {
            if (matching.rowOf[column] != NONE) {
                columnOf[matching.rowOf[column]] = column;
            }
        }
        return columnOf;
    }

    /** Shortest path in reduced costs (Dijkstra) from the new row to a free column, then the swap along it. */
    private void add(int row) {
        double[] distance = new double[columns];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] previous = new int[columns];
        boolean[] settled = new boolean[columns + 1];
        int column = columns;
        rowOf[column] = row;
        while (rowOf[column] != NONE) {
            settled[column] = true;
            int next = relax(column, distance, previous, settled);
            double step = distance[next];
            for (int c = 0; c <= columns; c++) {
                if (settled[c]) {
                    rowPotentials[rowOf[c]] += step;
                    columnPotentials[c] -= step;
                } else {
                    distance[c] -= step;
                }
            }
            column = next;
        }
        while (column != columns) {
            rowOf[column] = rowOf[previous[column]];
            column = previous[column];
        }
    }

    /** @return the nearest column that is not settled */
    private int relax(int from, double[] distance, int[] previous, boolean[] settled) {
        int row = rowOf[from];
        int nearest = NONE;
        for (int c = 0; c < columns; c++) {
            if (settled[c]) {
                continue;
            }
            double reduced = costs[row][c] - rowPotentials[row] - columnPotentials[c];
            if (reduced < distance[c]) {
                distance[c] = reduced;
                previous[c] = from;
            }
            if (nearest == NONE || distance[c] < distance[nearest]) {
                nearest = c;
            }
        }
        return nearest;
    }
}
