package io.segmenta.engine.segment;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;

/** Where values stand among each other: (average rank − ½) / n. Equal values share a rank; the mean is always ½. */
final class PercentileRanks {
    private PercentileRanks() {}

    static double[] of(double[] values) {
        return Arrays.stream(RankStatistics.ranks(values))
                .map(rank -> (rank - 0.5) / values.length)
                .toArray();
    }
}
