package io.segmenta.engine.forecast.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void aKnownCurveIsRecovered() {
        Random random = new Seed(21).random();
        double[][] rows = new double[20_000][2];
        boolean[] outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 3 + 2 * random.nextGaussian();
            rows[i][1] = random.nextGaussian();
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(2 - 0.8 * rows[i][0] + 0.5 * rows[i][1]));
        }
        LogisticRegression regression = LogisticRegression.fit(rows, outcomes);
        for (double first : new double[] {0, 2, 4}) {
            double truth = 1 / (1 + Math.exp(2 - 0.8 * first));
            assertThat(regression.probability(new double[] {first, 0})).isCloseTo(truth, within(0.015));
        }
    }

    @Test
    void theMeanProbabilityIsTheBaseRate() {
        Random random = new Seed(22).random();
        double[][] rows = new double[500][3];
        boolean[] outcomes = new boolean[rows.length];
        double rate = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.doubles(3).toArray();
            outcomes[i] = random.nextInt(4) == 0;
            rate += outcomes[i] ? 1.0 / rows.length : 0;
        }
        LogisticRegression regression = LogisticRegression.fit(rows, outcomes);
        double mean = 0;
        for (double[] row : rows) {
            mean += regression.probability(row) / rows.length;
        }
        assertThat(mean).isCloseTo(rate, within(1e-9));
    }

    @Test
    void separatedClassesAndConstantColumnsStayFinite() {
        double[][] rows = {{0, 7}, {1, 7}, {2, 7}, {10, 7}, {11, 7}, {12, 7}};
        boolean[] outcomes = {false, false, false, true, true, true};
        LogisticRegression regression = LogisticRegression.fit(rows, outcomes);
        assertThat(regression.probability(new double[] {0, 7})).isBetween(0.001, 0.4);
        assertThat(regression.probability(new double[] {12, 7})).isBetween(0.6, 0.999);
    }
}
