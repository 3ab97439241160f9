package io.segmenta.engine.forecast.churn;

import java.util.Arrays;

/**
 * The simple risk score, 0 to 100: 40 × R / max R + 30 × (1 − F / max F) + 30 × (1 − M / max M). Always available; not a
 * probability.
 */
public final class RiskScore {
    private RiskScore() {}

    public static double[] of(double[] recency, double[] frequency, double[] monetary) {
        double maxRecency = largest(recency);
        double maxFrequency = largest(frequency);
        double maxMonetary = largest(monetary);
        double[] scores = new double[recency.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 40 * recency[i] / maxRecency
                    + 30 * (1 - frequency[i] / maxFrequency)
                    + 30 * (1 - monetary[i] / maxMonetary);
        }
        return scores;
    }

    /** 1 where all are 0, so that dividing by it leaves them 0. */
    private static double largest(double[] values) {
        double max = Arrays.stream(values).max().orElse(0);
        return max > 0 ? max : 1;
    }
}
