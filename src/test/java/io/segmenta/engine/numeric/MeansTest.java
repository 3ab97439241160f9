package io.segmenta.engine.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeansTest {
    private static final double[] DATA = {1, 10, 2, 20, 6, 60};

    @Test
    void ofColumns() {
        assertThat(Means.ofColumns(DATA, 2)).containsExactly(3, 30);
        assertThat(Means.ofColumns(DATA, 6)).containsExactly(DATA);
    }

    @Test
    void ofGroups() {
        double[][] means = Means.ofGroups(DATA, 2, new int[] {0, 2, 0}, new int[] {2, 0, 1});
        assertThat(means[0]).containsExactly(3.5, 35);
        assertThat(means[1]).containsExactly(Double.NaN, Double.NaN);
        assertThat(means[2]).containsExactly(2, 20);
    }
}
