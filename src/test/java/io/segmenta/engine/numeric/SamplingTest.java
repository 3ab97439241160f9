package io.segmenta.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.segmenta.engine.base.Seed;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void drawsDifferentOnesInTheirOrder() {
        int[] drawn = Sampling.draw(1_000, 300, new Seed(1).random());
        assertThat(drawn).hasSize(300).doesNotHaveDuplicates();
        assertThat(Arrays.stream(drawn)).allMatch(i -> i >= 0 && i < 1_000);
        assertThat(drawn).isEqualTo(Sampling.draw(1_000, 300, new Seed(1).random()));
        assertThat(drawn).isNotEqualTo(Sampling.draw(1_000, 300, new Seed(2).random()));
    }

    @Test
    void everyoneIsAsLikely() {
        int[] counts = new int[10];
        for (int seed = 0; seed < 10_000; seed++) {
            for (int drawn :
                    Sampling.draw(10, 3, new Seed(seed).derive("likely").random())) {
                counts[drawn]++;
            }
        }
        // Expected 3,000 each with a deviation of 46.
        assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 3_000) < 250);
    }

    @Test
    void theSampleIsAscendingAndTheWholeWhereItIsSmallEnough() {
        assertThat(Sampling.atMost(5, 5, new Seed(1).random())).containsExactly(0, 1, 2, 3, 4);
        assertThat(Sampling.atMost(5, 3, new Seed(1).random())).containsExactly(0, 1, 2);
        assertThat(Sampling.atMost(50, 500, new Seed(1).random())).hasSize(50).isSorted();
        assertThat(Sampling.draw(3, 0, new Seed(1).random())).isEmpty();
    }

    @Test
    void moreThanThereAreCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sampling.draw(2, 3, new Seed(1).random()))
                .withMessage("From 2 no 3 different ones can be drawn.");
    }
}
