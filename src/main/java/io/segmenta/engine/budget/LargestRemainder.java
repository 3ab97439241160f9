package io.segmenta.engine.budget;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;

/** Rounds shares to whole cents that add up exactly: everybody's full cents first, then one more to the largest remainders (Hamilton's method). */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param cents at least 0
     * @param shares not negative, some above 0; only their proportions count
     */
    static long[] split(long cents, double[] shares) {
        double sum = Arrays.stream(shares).sum();
        double[] exact = Arrays.stream(shares).map(s -> cents * (s / sum)).toArray();
        long[] amounts = new long[shares.length];
        long left = cents;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.min(left, (long) exact[i]);
            left -= amounts[i];
        }
        double[] falling = new double[shares.length];
        Arrays.setAll(falling, i -> amounts[i] - exact[i]);
        int[] byRemainder = RankStatistics.argsort(falling);
        for (int i = 0; left > 0; i = (i + 1) % shares.length, left--) {
            amounts[byRemainder[i]]++;
        }
        return amounts;
    }
}
