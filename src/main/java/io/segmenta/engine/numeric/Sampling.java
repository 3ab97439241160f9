package io.segmenta.engine.numeric;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws without replacement, by the first steps of a shuffle (Fisher and Yates 1938; Durstenfeld 1964).
 *
 * @see <a href="https://doi.org/10.1145/364520.364540">Durstenfeld (1964), Algorithm 235: Random Permutation</a>
 */
public final class Sampling {
    /**
     * Above this many customers, work that grows faster than their number is done on a sample of as many, on small groups, or by the quicker
     * of two engines.
     */
    public static final int MANY_ROWS = 20_000;

    private Sampling() {}

    /**
     * Different numbers below the population, each set of them equally likely.
     *
     * @param size 0 to the population
     * @return in the order they were drawn
     */
    public static int[] draw(int population, int size, RandomGenerator random) {
        if (size < 0 || size > population) {
            throw new IllegalArgumentException("From " + population + " no " + size + " different ones can be drawn.");
        }
        int[] all = IntStream.range(0, population).toArray();
        for (int i = 0; i < size; i++) {
            int other = i + random.nextInt(population - i);
            int swapped = all[i];
            all[i] = all[other];
            all[other] = swapped;
        }
        return Arrays.copyOf(all, size);
    }

    /** All numbers below the population, or so many of them drawn; ascending. */
    public static int[] atMost(int most, int population, RandomGenerator random) {
        if (population <= most) {
            return IntStream.range(0, population).toArray();
        }
        int[] drawn = draw(population, most, random);
        Arrays.sort(drawn);
        return drawn;
    }
}
