package io.segmenta.evaluate;

import io.segmenta.base.Progress;
import io.segmenta.base.Seed;
import io.segmenta.features.FeatureMatrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** How much nearer a row is to its own cluster than to the next one, −1 to 1 (Rousseeuw 1987). */
final class Silhouette {
    /** Above this many rows a sample is taken: the work grows with the square. */
    static final int EXACT_ROWS = 20_000;

    /** Rows whose distances are computed between two looks at the progress. */
    private static final int BATCH = 2_048;

    /** Distances that stay in the first cache while their coordinates are added up. */
    private static final int TILE = 1_024;

    /** Columns taken at once. */
    private static final int FUSED = 4;

    private Silhouette() {}

    /** All rows, or a seeded sample of them without repetition, ascending. */
    static int[] rows(int rows, Seed seed) {
        int[] all = IntStream.range(0, rows).toArray();
        if (rows <= EXACT_ROWS) {
            return all;
        }
        RandomGenerator random = seed.derive("silhouette sample").random();
        for (int i = 0; i < EXACT_ROWS; i++) {
            int other = i + random.nextInt(rows - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        int[] sample = Arrays.copyOf(all, EXACT_ROWS);
        Arrays.sort(sample);
        return sample;
    }

    /**
     * The silhouettes of the given rows among themselves, in their order; 0 for a row alone in its cluster, and for all when there is
     * but one cluster.
     */
    static double[] ofRows(FeatureMatrix matrix, int[] labels, int[] rows, Progress progress) {
        ByCluster data = ByCluster.of(matrix, labels, rows);
        double[] sorted = new double[rows.length];
        for (int from = 0; from < rows.length; from += BATCH) {
            progress.report((double) from / rows.length, "Silhouette");
            IntStream.range(from, Math.min(from + BATCH, rows.length))
                    .parallel()
                    .forEach(row -> sorted[row] = data.silhouette(row));
        }
        progress.report(1, "");
        double[] silhouettes = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            silhouettes[data.origin[i]] = sorted[i];
        }
        return silhouettes;
    }

    /**
     * Rows sorted by cluster, one array a column: the distances of a row to all others are then plain loops that the compiler
     * vectorises, and the sum over a cluster is one over neighbours. Every row is summed in the same order on any number of cores.
     *
     * @param columns values by column
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
            double[][] columns = new double[matrix.columns()][rows.length];
            for (int i = 0; i < rows.length; i++) {
                int place = next[Arrays.binarySearch(used, labels[rows[i]])]++;
                origin[place] = i;
                for (int j = 0; j < columns.length; j++) {
                    columns[j][place] = matrix.at(rows[i], j);
                }
            }
            return new ByCluster(columns, origin, starts);
        }

        double silhouette(int row) {
            double[] distances = new double[TILE];
            double own = 0;
            double next = Double.POSITIVE_INFINITY;
            for (int c = 0; c + 1 < starts.length; c++) {
                int size = starts[c + 1] - starts[c];
                double sum = sumOfDistances(row, starts[c], starts[c + 1], distances);
                if (row < starts[c] || row >= starts[c + 1]) {
                    next = Math.min(next, sum / size);
                } else if (size == 1) {
                    return 0;
                } else {
                    own = sum / (size - 1);
                }
            }
            double larger = Math.max(own, next);
            return larger == 0 || larger == Double.POSITIVE_INFINITY ? 0 : (next - own) / larger;
        }

        private double sumOfDistances(int row, int from, int to, double[] distances) {
            double sum = 0;
            for (int start = from; start < to; start += TILE) {
                int length = Math.min(TILE, to - start);
                distances(row, start, length, distances);
                sum += sum(distances, length);
            }
            return sum;
        }

        private void distances(int row, int start, int length, double[] distances) {
            int done = 0;
            if (columns.length >= FUSED) {
                setSquares(start, length, row, distances);
                done = FUSED;
            } else {
                Arrays.fill(distances, 0, length, 0);
            }
            for (int j = done; j < columns.length; j++) {
                addSquares(columns[j], start, length, columns[j][row], distances);
            }
            for (int i = 0; i < length; i++) {
                distances[i] = Math.sqrt(distances[i]);
            }
        }

        /** The first four columns at once: the sums pass through memory once instead of four times. */
        private void setSquares(int start, int length, int row, double[] distances) {
            double[] w = columns[0];
            double[] x = columns[1];
            double[] y = columns[2];
            double[] z = columns[3];
            double w0 = w[row];
            double x0 = x[row];
            double y0 = y[row];
            double z0 = z[row];
            for (int i = 0; i < length; i++) {
                double a = w[start + i] - w0;
                double b = x[start + i] - x0;
                double c = y[start + i] - y0;
                double d = z[start + i] - z0;
                distances[i] = a * a + b * b + c * c + d * d;
            }
        }

        private static void addSquares(double[] column, int start, int length, double value, double[] distances) {
            for (int i = 0; i < length; i++) {
                double d = column[start + i] - value;
                distances[i] += d * d;
            }
        }

        /** Four sums side by side, so that an addition need not wait for the one before. */
        private static double sum(double[] values, int length) {
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 3 < length; i += 4) {
                a += values[i];
                b += values[i + 1];
                c += values[i + 2];
                d += values[i + 3];
            }
            for (; i < length; i++) {
                a += values[i];
            }
            return a + b + (c + d);
        }
    }
}
