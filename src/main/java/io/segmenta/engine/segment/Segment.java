package io.segmenta.engine.segment;

import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.features.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster a marketer can use.
 *
 * @param cluster number in the clustering, from 0
 * @param ordinal 1 for the first segment of its persona, 2 for the next
 * @param share of all customers, 0–1
 * @param means per feature, natural units
 * @param medians per feature, natural units
 * @param revenue sum of monetary of its customers
 * @param revenueShare of the run's revenue, 0–1
 * @param caveats what to know before acting on it, in sentences; empty where there is nothing
 * @param title what a person has called it; null where they have not
 */
public record Segment(
        int cluster,
        Persona persona,
        int ordinal,
        int customers,
        double share,
        Map<Feature, Double> means,
        Map<Feature, Double> medians,
        double revenue,
        double revenueShare,
        List<String> caveats,
        @Nullable String title) {
    /** The longest title, in characters. */
    public static final int LONGEST_TITLE = 60;

    public Segment {
        if (ordinal < 1 || customers < 1 || !(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("A segment has customers and a place: " + persona + " " + ordinal + ", "
                    + customers + ", " + share);
        }
        means = inOrder(means);
        medians = inOrder(medians);
        caveats = List.copyOf(caveats);
    }

    /** Always in the order of the features, so that files written twice are equal. */
    private static Map<Feature, Double> inOrder(Map<Feature, Double> values) {
        EnumMap<Feature, Double> ordered = new EnumMap<>(Feature.class);
        ordered.putAll(values);
        return Collections.unmodifiableMap(ordered);
    }

    /** What a person has called it, else the persona, with a suffix where it has several segments. */
    public String name() {
        if (title != null) {
            return title;
        }
        return ordinal == 1 ? persona.label() : persona.label() + " · " + ordinal;
    }

    /** The same customers as another persona. */
    public Segment named(Persona otherPersona, int otherOrdinal) {
        return new Segment(
                cluster,
                otherPersona,
                otherOrdinal,
                customers,
                share,
                means,
                medians,
                revenue,
                revenueShare,
                caveats,
                title);
    }

    /** @param other null for the name of the persona */
    public Segment titled(@Nullable String other) {
        return new Segment(
                cluster, persona, ordinal, customers, share, means, medians, revenue, revenueShare, caveats, other);
    }

    /**
     * The same segment with a caveat where it is unstable.
     *
     * @param jaccard how much of it was found again among other customers of the same kind, 0–1
     */
    public Segment tested(double jaccard) {
        if (Quality.ofJaccard(jaccard) != Quality.POOR) {
            return this;
        }
        List<String> more = new ArrayList<>(caveats);
        more.add(Caveats.unstable(jaccard));
        return new Segment(
                cluster, persona, ordinal, customers, share, means, medians, revenue, revenueShare, more, title);
    }

    public double mean(Feature feature) {
        return means.getOrDefault(feature, Double.NaN);
    }

    public double median(Feature feature) {
        return medians.getOrDefault(feature, Double.NaN);
    }
}
