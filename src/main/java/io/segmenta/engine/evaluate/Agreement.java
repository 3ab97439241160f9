package io.segmenta.engine.evaluate;

import java.util.Arrays;

/**
 * How far two clusterings of the same rows agree, whatever the numbers of their clusters; 1 is complete agreement, 0 what chance gives.
 *
 * @param adjustedRand over pairs of rows (Hubert and Arabie 1985)
 * @param adjustedMutualInformation in bits shared, over the mean of both entropies (Vinh, Epps and Bailey 2010)
 * @see <a href="https://doi.org/10.1007/BF01908075">Hubert and Arabie (1985), Comparing Partitions</a>
 * @see <a href="https://jmlr.org/papers/v11/vinh10a.html">Vinh, Epps and Bailey (2010), Information Theoretic Measures for Clusterings Comparison</a>
 */
public record Agreement(double adjustedRand, double adjustedMutualInformation) {
    public static Agreement of(int[] a, int[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException(
                    "Agreement is about the same rows: " + a.length + " and " + b.length + " labels were given.");
        }
        long[][] table = table(a, b);
        long[] rows =
                Arrays.stream(table).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        long[] columns = new long[table[0].length];
        for (long[] row : table) {
            for (int j = 0; j < columns.length; j++) {
                columns[j] += row[j];
            }
        }
        return new Agreement(
                adjustedRand(table, rows, columns, a.length), adjustedMutual(table, rows, columns, a.length));
    }

    private static long[][] table(int[] a, int[] b) {
        int[] inA = Arrays.stream(a).distinct().sorted().toArray();
        int[] inB = Arrays.stream(b).distinct().sorted().toArray();
        long[][] table = new long[inA.length][inB.length];
        for (int i = 0; i < a.length; i++) {
            table[Arrays.binarySearch(inA, a[i])][Arrays.binarySearch(inB, b[i])]++;
        }
        return table;
    }

    private static double adjustedRand(long[][] table, long[] rows, long[] columns, long n) {
        double together = 0;
        for (long[] row : table) {
            together += pairs(row);
        }
        double inA = pairs(rows);
        double inB = pairs(columns);
        double expected = n < 2 ? 0 : inA * inB / (n * (n - 1) / 2.0);
        double most = (inA + inB) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    private static double pairs(long[] sizes) {
        double pairs = 0;
        for (long size : sizes) {
            pairs += size * (size - 1) / 2.0;
        }
        return pairs;
    }

    private static double adjustedMutual(long[][] table, long[] rows, long[] columns, int n) {
        if (rows.length == columns.length && (rows.length == 1 || rows.length == n)) {
            return 1;
        }
        double mutual = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (table[i][j] > 0) {
                    double share = (double) table[i][j] / n;
                    mutual += share * Math.log(share * n * n / ((double) rows[i] * columns[j]));
                }
            }
        }
        double expected = expectedMutual(rows, columns, n);
        double mean = (entropy(rows, n) + entropy(columns, n)) / 2;
        double room = mean - expected;
        return Math.abs(room) < 1e-15 ? 1 : (mutual - expected) / room;
    }

    private static double entropy(long[] sizes, int n) {
        double entropy = 0;
        for (long size : sizes) {
            double share = (double) size / n;
            entropy -= share * Math.log(share);
        }
        return entropy;
    }

    /** The mean over all ways to deal the rows out to clusters of these sizes: cells follow the hypergeometric distribution. */
    private static double expectedMutual(long[] rows, long[] columns, int n) {
        double[] logFactorial = new double[n + 1];
        for (int i = 1; i <= n; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
        double expected = 0;
        for (long rowSize : rows) {
            for (long columnSize : columns) {
                int a = (int) rowSize;
                int b = (int) columnSize;
                double fixed =
                        logFactorial[a] + logFactorial[b] + logFactorial[n - a] + logFactorial[n - b] - logFactorial[n];
                for (int cell = Math.max(1, a + b - n); cell <= Math.min(a, b); cell++) {
                    double probability = Math.exp(fixed
                            - logFactorial[cell]
                            - logFactorial[a - cell]
                            - logFactorial[b - cell]
                            - logFactorial[n - a - b + cell]);
                    expected += (double) cell / n * Math.log((double) n * cell / ((double) a * b)) * probability;
                }
            }
        }
        return expected;
    }
}
