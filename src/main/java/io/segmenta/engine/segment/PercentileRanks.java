package io.segmenta.engine.segment;

import java.util.Arrays;

/** Where values stand among each other: (average rank − ½) / n. Equal values share a rank; the mean is always ½. */
final class PercentileRanks {
    private PercentileRanks() {}

    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] rankOfSorted = new double[sorted.length];
        for (int first = 0, next; first < sorted.length; first = next) {
            for (next = first + 1; next < sorted.length && sorted[next] == sorted[first]; ) {
                next++;
            }
            Arrays.fill(rankOfSorted, first, next, (first + next) / (2.0 * sorted.length));
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = rankOfSorted[Arrays.binarySearch(sorted, values[i])];
        }
        return ranks;
    }
}
