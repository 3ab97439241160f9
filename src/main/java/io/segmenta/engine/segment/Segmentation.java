package io.segmenta.engine.segment;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
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

    /**
     * One of them under a name that a person gives it.
     *
     * @param segments of one run
     * @param cluster of the segment
     * @param title blank for the name it had without one
     * @throws UserFacingException where there is no such segment, or the name is too long, another segment's, or one that this product gives
     */
    public static List<Segment> renamed(List<Segment> segments, int cluster, String title) {
        String wanted = title.strip();
        if (wanted.length() > Segment.LONGEST_TITLE) {
            throw new UserFacingException("The name has " + wanted.length() + " characters. Take one of at most "
                    + Segment.LONGEST_TITLE + ".");
        }
        Segment renamed = segments.stream()
                .filter(segment -> segment.cluster() == cluster)
                .findFirst()
                .orElseThrow(() -> new UserFacingException("There is no such segment any more. Open the page again."))
                .titled(null);
        if (!wanted.isEmpty() && !wanted.equalsIgnoreCase(renamed.name())) {
            renamed = renamed.titled(wanted);
            if (segments.stream()
                    .anyMatch(s -> s.cluster() != cluster && s.name().equalsIgnoreCase(wanted))) {
                throw new UserFacingException(
                        "Another segment is called \u201c" + wanted + "\u201d already. Take another name.");
            }
            String folded = wanted.toLowerCase(Locale.ROOT);
            if (Arrays.stream(Persona.values())
                    .map(persona -> persona.label().toLowerCase(Locale.ROOT))
                    .anyMatch(label -> folded.equals(label) || folded.startsWith(label + " ·"))) {
                throw new UserFacingException("\u201c" + wanted
                        + "\u201d is given to segments of which it is true. Take a name that only you give.");
            }
        }
        Segment one = renamed;
        return segments.stream()
                .map(segment -> segment.cluster() == cluster ? one : segment)
                .toList();
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
                Caveats.of(features, customers, share, revenue),
                null);
    }
}
