package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    @Test
    void theLargestRemaindersGetTheLeftCents() {
        assertThat(LargestRemainder.split(10, new double[] {0.26, 0.27, 0.47})).containsExactly(2, 3, 5);
    }

    @Test
    void theFirstWinsWhereRemaindersAreEqual() {
        assertThat(LargestRemainder.split(100, new double[] {1, 1, 1})).containsExactly(34, 33, 33);
    }

    @Test
    void aShareOfNothingGetsNothing() {
        assertThat(LargestRemainder.split(7, new double[] {0, 1})).containsExactly(0, 7);
    }
}
