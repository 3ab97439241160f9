package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Customers sorted into ten groups without any training, by quintiles of recency, frequency and monetary (Hughes 1994). Equal
 * values are never split: they share the fifth of their average rank, so fifths may be of unequal size or empty.
 *
 * @param scores one per customer, in their order
 * @see <a href="https://doi.org/10.1509/jmkr.2005.42.4.415">Fader, Hardie and Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base Analysis</a>
 */
public record RfmScoreMap(List<RfmScore> scores) {
    public RfmScoreMap {
        scores = List.copyOf(scores);
    }

    public static RfmScoreMap of(CustomerFeatures features) {
        int[] recency = fifths(features.column(Feature.RECENCY));
        int[] frequency = fifths(features.column(Feature.FREQUENCY));
        int[] monetary = fifths(features.column(Feature.MONETARY));
        List<RfmScore> scores = new ArrayList<>(features.customers());
        for (int i = 0; i < features.customers(); i++) {
            scores.add(new RfmScore(RfmScore.BEST + 1 - recency[i], frequency[i], monetary[i]));
        }
        return new RfmScoreMap(scores);
    }

    /**
     * How the groups spread over the segments.
     *
     * @param rows per clustered row the index of its customer
     * @param labels per clustered row its cluster
     * @return customers per group for each segment, in their order, every group present
     */
    public List<Map<RfmGroup, Integer>> crossTable(int[] rows, int[] labels, List<Segment> segments) {
        Map<Integer, Map<RfmGroup, Integer>> byCluster = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            byCluster
                    .computeIfAbsent(labels[i], cluster -> noCustomers())
                    .merge(scores.get(rows[i]).group(), 1, Integer::sum);
        }
        return segments.stream()
                .map(segment -> byCluster.getOrDefault(segment.cluster(), noCustomers()))
                .toList();
    }

    private static int[] fifths(double[] values) {
        return Arrays.stream(PercentileRanks.of(values))
                .mapToInt(rank -> 1 + (int) (RfmScore.BEST * rank))
                .toArray();
    }

    private static Map<RfmGroup, Integer> noCustomers() {
        Map<RfmGroup, Integer> counts = new EnumMap<>(RfmGroup.class);
        for (RfmGroup group : RfmGroup.values()) {
            counts.put(group, 0);
        }
        return counts;
    }
}
