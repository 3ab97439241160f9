package io.segmenta.engine.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskScoreTest {
    @Test
    void byHand() {
        double[] scores = RiskScore.of(new double[] {100, 50}, new double[] {1, 4}, new double[] {25, 100});
        assertThat(scores[0]).isCloseTo(40 + 30 * 0.75 + 30 * 0.75, within(1e-12));
        assertThat(scores[1]).isCloseTo(20, within(1e-12));
    }
}
