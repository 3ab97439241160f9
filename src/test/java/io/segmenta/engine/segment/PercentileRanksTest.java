package io.segmenta.engine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PercentileRanksTest {
    @Test
    void equalValuesShareTheAverageOfTheirRanks() {
        assertThat(PercentileRanks.of(new double[] {7, 3, 7, 1})).containsExactly(0.75, 0.375, 0.75, 0.125);
    }

    @Test
    void oneValueStandsInTheMiddle() {
        assertThat(PercentileRanks.of(new double[] {42})).containsExactly(0.5);
    }

    @Test
    void theMeanIsHalfWhateverTheTies() {
        double[] values = new Random(1).ints(999, 0, 20).asDoubleStream().toArray();
        assertThat(Arrays.stream(PercentileRanks.of(values)).average().orElseThrow())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theOrderOfValuesIsKept() {
        double[] values = new Random(2).doubles(200).toArray();
        double[] ranks = PercentileRanks.of(values);
        for (int i = 1; i < values.length; i++) {
            assertThat(Double.compare(ranks[i - 1], ranks[i])).isEqualTo(Double.compare(values[i - 1], values[i]));
        }
    }
}
