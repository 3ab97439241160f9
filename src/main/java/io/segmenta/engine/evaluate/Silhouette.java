package io.segmenta.engine.evaluate;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much nearer a row is to its own cluster than to the next one, −1 to 1 (Rousseeuw 1987).
 *
 * @see <a href="https://doi.org/10.1016/0377-0427(87)90125-7">Rousseeuw (1987), Silhouettes: A Graphical Aid to the Interpretation and Validation of Cluster Analysis</a>
 */
final class Silhouette {
    /** Rows that are worked on together: their columns and sums stay in the first cache. */
    private static final int TILE = 256;

    /** Tiles between two looks at the progress. */
    private static final int BATCH = 8;

    /** Columns taken at once. */
    private static final int FUSED = 5;

    private Silhouette() {}

    /** All rows, or a seeded sample of them without repetition, ascending. */
    static int[] rows(int rows, Seed seed) {
        return Sampling.atMost(
                Sampling.MANY_ROWS, rows, seed.derive("silhouette sample").random());
    }

    /**
     * The silhouettes of the given rows among themselves, in their order; 0 for a row alone in its cluster, and for all when there is
     * but one cluster.
     */
    static double[] ofRows(FeatureMatrix matrix, int[] labels, int[] rows, Progress progress) {
        ByCluster data = ByCluster.of(matrix, labels, rows);
        double[] sorted = new double[rows.length];
        int tiles = (rows.length + TILE - 1) / TILE;
        for (int from = 0; from < tiles; from += BATCH) {
            progress.report((double) from / tiles, "Silhouette");
            IntStream.range(from, Math.min(from + BATCH, tiles))
                    .parallel()
                    .forEach(tile -> data.silhouettes(tile * TILE, sorted));
        }
        progress.report(1, "");
        double[] silhouettes = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            silhouettes[data.origin[i]] = sorted[i];
        }
        return silhouettes;
    }

    /**
     * Rows sorted by cluster, one array a column. The distances of a tile of rows to one other row are a plain loop that the compiler
     * vectorises, and are added to the tile's sums at once; every row is summed in the same order on any number of cores.
     *
     * @param columns values by column, filled up with columns of zeros to a multiple of those taken at once
     * @param origin where a sorted row was
     * @param starts first row of each cluster, and the number of rows
     */
    private record ByCluster(double[][] columns, int[] origin, int[] starts) {
        static ByCluster of(FeatureMatrix matrix, int[] labels, int[] rows) {
            int[] used = Arrays.stream(rows)
                    .map(row -> labels[row])
                    .distinct()
                    .sorted()
                    .toArray();
            int[] starts = new int[used.length + 1];
            for (int row : rows) {
                starts[Arrays.binarySearch(used, labels[row]) + 1]++;
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            int[] next = starts.clone();
            int[] origin = new int[rows.length];
            int groups = (matrix.columns() + FUSED - 1) / FUSED;
            double[][] columns = new double[groups * FUSED][rows.length];
            for (int i = 0; i < rows.length; i++) {
                int place = next[Arrays.binarySearch(used, labels[rows[i]])]++;
                origin[place] = i;
                for (int j = 0; j < matrix.columns(); j++) {
                    columns[j][place] = matrix.at(rows[i], j);
                }
            }
            return new ByCluster(columns, origin, starts);
        }

        /** Of the rows of the tile that begins here. */
        void silhouettes(int from, double[] silhouettes) {
            int length = Math.min(TILE, origin.length - from);
            double[][] tile = new double[columns.length][];
            Arrays.setAll(tile, j -> Arrays.copyOfRange(columns[j], from, from + length));
            double[] own = new double[length];
            double[] next = new double[length];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int c = 0; c + 1 < starts.length; c++) {
                double[] sums = sumsOfDistances(tile, length, starts[c], starts[c + 1]);
                int size = starts[c + 1] - starts[c];
                for (int i = 0; i < length; i++) {
                    boolean inside = from + i >= starts[c] && from + i < starts[c + 1];
                    if (!inside) {
                        next[i] = Math.min(next[i], sums[i] / size);
                    } else {
                        own[i] = size == 1 ? Double.NaN : sums[i] / (size - 1);
                    }
                }
            }
            for (int i = 0; i < length; i++) {
                double larger = Math.max(own[i], next[i]);
                boolean alone = Double.isNaN(own[i]) || larger == 0 || larger == Double.POSITIVE_INFINITY;
                silhouettes[from + i] = alone ? 0 : (next[i] - own[i]) / larger;
            }
        }

        private double[] sumsOfDistances(double[][] tile, int length, int start, int end) {
            double[] sums = new double[length];
            double[] squares = new double[length];
            int last = columns.length - FUSED;
            for (int other = start; other < end; other++) {
                if (last > 0) {
                    Arrays.fill(squares, 0);
                }
                for (int j = 0; j < last; j += FUSED) {
                    addSquares(tile, j, other, squares);
                }
                addRoots(tile, last, other, squares, sums);
            }
            return sums;
        }

        private void addSquares(double[][] tile, int j, int other, double[] squares) {
            double[] v = tile[j];
            double[] w = tile[j + 1];
            double[] x = tile[j + 2];
            double[] y = tile[j + 3];
            double[] z = tile[j + 4];
            double v0 = columns[j][other];
            double w0 = columns[j + 1][other];
            double x0 = columns[j + 2][other];
            double y0 = columns[j + 3][other];
            double z0 = columns[j + 4][other];
            for (int i = 0; i < squares.length; i++) {
                double a = v[i] - v0;
                double b = w[i] - w0;
                double c = x[i] - x0;
                double d = y[i] - y0;
                double e = z[i] - z0;
                squares[i] += a * a + b * b + c * c + d * d + e * e;
            }
        }

        /** The last columns: what is complete with them is added as a distance. */
        private void addRoots(double[][] tile, int j, int other, double[] squares, double[] sums) {
            double[] v = tile[j];
            double[] w = tile[j + 1];
            double[] x = tile[j + 2];
            double[] y = tile[j + 3];
            double[] z = tile[j + 4];
            double v0 = columns[j][other];
            double w0 = columns[j + 1][other];
            double x0 = columns[j + 2][other];
            double y0 = columns[j + 3][other];
            double z0 = columns[j + 4][other];
            for (int i = 0; i < sums.length; i++) {
                double a = v[i] - v0;
                double b = w[i] - w0;
                double c = x[i] - x0;
                double d = y[i] - y0;
                double e = z[i] - z0;
                sums[i] += Math.sqrt(squares[i] + a * a + b * b + c * c + d * d + e * e);
            }
        }
    }
}
