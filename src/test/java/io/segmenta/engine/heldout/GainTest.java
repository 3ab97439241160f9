package io.segmenta.engine.heldout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GainTest {
    /** Two divisions of 400 customers that tell the same of what they do; drawn anew, the difference varies as its error says. */
    @Test
    void theErrorIsThatOfCustomersDrawnAnew() {
        RandomGenerator random = new Seed(3).random();
        int draws = 1_000;
        double[] differences = new double[draws];
        double errors = 0;
        int alarms = 0;
        for (int draw = 0; draw < draws; draw++) {
            int customers = 400;
            double[] spend = new double[customers];
            int[] one = new int[customers];
            int[] other = new int[customers];
            for (int i = 0; i < customers; i++) {
                one[i] = random.nextInt(3);
                other[i] = random.nextInt(3);
                boolean buys = random.nextDouble() < 0.1 + 0.15 * one[i] + 0.15 * other[i];
                spend[i] = buys ? Math.exp(3 + random.nextGaussian()) : 0;
            }
            Gain gain = Gain.of(spend, one, other);
            differences[draw] = gain.difference();
            errors += gain.error() / draws;
            alarms += gain.isBeyondChance() ? 1 : 0;
        }
        double mean = Arrays.stream(differences).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .average()
                .orElseThrow());
        assertThat(mean).isCloseTo(0, within(0.005));
        assertThat(errors).isCloseTo(spread, within(0.1 * spread));
        assertThat(alarms).isBetween(10, 45);
    }

    @Test
    void theDifferenceIsThatOfTheShares() {
        double[] spend = {0, 0, 3, 3};
        Gain gain = Gain.of(spend, new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1});
        assertThat(gain.difference()).isEqualTo(1);
        assertThat(gain.isBeyondChance()).isTrue();
        assertThat(Gain.of(spend, new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}))
                .isEqualTo(new Gain(0, 0));
        assertThat(Gain.of(new double[4], new int[] {0, 0, 1, 1}, new int[4])).isEqualTo(new Gain(0, 0));
    }
}
