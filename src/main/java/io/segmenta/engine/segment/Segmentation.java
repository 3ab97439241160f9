package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns the clusters of customers into segments: who they are, what they are worth, and what to beware of. */
public final class Segmentation {
    private Segmentation() {}

    /**
     * Names and profiles each cluster. The result depends on who is together with whom, never on the cluster numbers.
     *
     * @param rows per clustered row the index of its customer; ranks are taken over these customers
     * @param labels per clustered row its cluster, 0 to clusters − 1; a cluster without rows becomes no segment
     * @param names which of them are true of which cluster
     * @return by persona, then ordinal
     */
    public static List<Segment> describe(
            CustomerFeatures features, int[] rows, int[] labels, int clusters, NameTest names) {
        if (rows.length != labels.length || rows.length == 0) {
            throw new IllegalArgumentException(
                    "One label per clustered customer is needed, found " + labels.length + " for " + rows.length + ".");
        }
        // In the order of their first customers, so that ties are broken alike whatever the numbers are.
        List<Cluster> found = Cluster.of(rows, labels, clusters);
        List<Personas.Named> named = Personas.assign(
                meanRanks(features, rows, labels, clusters, found),
                found.stream().mapToInt(Cluster::number).toArray(),
                names);
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            segments.add(segment(features, found.get(i), named.get(i)));
        }
        segments.sort(Comparator.comparing(Segment::persona).thenComparingInt(Segment::ordinal));
        return List.copyOf(segments);
    }

    private static double[][] meanRanks(
            CustomerFeatures features, int[] rows, int[] labels, int clusters, List<Cluster> found) {
        Feature[] ranked = {Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY};
        double[][] means = new double[found.size()][ranked.length];
        for (int j = 0; j < ranked.length; j++) {
            double[] ranks = PercentileRanks.of(Cluster.pick(features.column(ranked[j]), rows));
            double[] sums = new double[clusters];
            for (int i = 0; i < rows.length; i++) {
                sums[labels[i]] += ranks[i];
            }
            for (int c = 0; c < found.size(); c++) {
                means[c][j] = sums[found.get(c).number()] / found.get(c).customers().length;
            }
        }
        return means;
    }

    private static Segment segment(CustomerFeatures features, Cluster cluster, Personas.Named name) {
        int[] customers = cluster.customers();
        Map<Feature, Double> means = new EnumMap<>(Feature.class);
        Map<Feature, Double> medians = new EnumMap<>(Feature.class);
        for (Feature feature : features.columns().keySet()) {
            double[] values = Cluster.pick(features.column(feature), customers);
            means.put(feature, Arrays.stream(values).average().orElseThrow());
            Arrays.sort(values);
            medians.put(feature, Quantiles.median(values));
        }
        double[] spent = Cluster.pick(features.column(Feature.MONETARY), customers);
        double revenue = Arrays.stream(spent).sum();
        double share = (double) customers.length / features.customers();
        return new Segment(
                cluster.number(),
                name.persona(),
                name.ordinal(),
                customers.length,
                share,
                means,
                medians,
                revenue,
                features.revenue() > 0 ? revenue / features.revenue() : 0,
                Caveats.of(features, customers, share, revenue));
    }
}
