package io.segmenta.engine.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Statistics of order. NaN counts as the highest value.
 *
 * @see <a href="https://doi.org/10.2307/1412159">Spearman (1904), The Proof and Measurement of Association between Two Things</a>
 */
public final class RankStatistics {
    private RankStatistics() {}

    /**
     * The indices by rising value, equal values by index. On primitives, because a million boxed numbers are slow to sort.
     *
     * @return a permutation of 0 to n − 1
     */
    public static int[] argsort(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, values.length)
                .mapToLong(i -> (long) Arrays.binarySearch(sorted, values[i]) << Integer.SIZE | i)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /** Ranks from 1 to n; equal values share the mean of their ranks. */
    public static double[] ranks(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] rankOfSorted = new double[sorted.length];
        for (int first = 0, next; first < sorted.length; first = next) {
            for (next = first + 1; next < sorted.length && sorted[next] == sorted[first]; ) {
                next++;
            }
            Arrays.fill(rankOfSorted, first, next, (first + 1 + next) / 2.0);
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = rankOfSorted[Arrays.binarySearch(sorted, values[i])];
        }
        return ranks;
    }

    /** Spearman's rank correlation, −1 to 1; 0 where one side is constant. */
    public static double spearman(double[] a, double[] b) {
        return pearson(ranks(a), ranks(b));
    }

    /** Pearson's correlation, −1 to 1; 0 where one side is constant. */
    public static double pearson(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(0);
        double meanB = Arrays.stream(b).average().orElse(0);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
    }
}
