package io.segmenta.engine.segment;

import java.util.Arrays;

/**
 * Where a customer stands among all, in fifths: 5 is best, which for recency is the latest.
 *
 * @param recency 1 to 5
 * @param frequency 1 to 5
 * @param monetary 1 to 5; has no part in the group
 */
public record RfmScore(int recency, int frequency, int monetary) {
    static final int BEST = 5;

    public RfmScore {
        if (Math.min(recency, Math.min(frequency, monetary)) < 1
                || Math.max(recency, Math.max(frequency, monetary)) > BEST) {
            throw new IllegalArgumentException(
                    "Scores lie between 1 and 5: " + recency + ", " + frequency + ", " + monetary + ".");
        }
    }

    public RfmGroup group() {
        return Arrays.stream(RfmGroup.values())
                .filter(group -> group.holds(recency, frequency))
                .findFirst()
                .orElseThrow();
    }
}
