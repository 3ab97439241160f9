package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A segment beside the average customer of all segments.
 *
 * @param average mean of all customers per feature, natural units
 * @param multiples the segment's mean over that average; 1 is like everybody
 */
public record Profile(Segment segment, Map<Feature, Double> average, Map<Feature, Double> multiples) {
    private static final double ABOUT_THE_SAME = 0.05;

    /** @param all the segments of the run */
    public static Profile of(Segment segment, List<Segment> all) {
        Map<Feature, Double> average = new EnumMap<>(Feature.class);
        Map<Feature, Double> multiples = new EnumMap<>(Feature.class);
        double customers = all.stream().mapToInt(Segment::customers).sum();
        for (Feature feature : segment.means().keySet()) {
            double mean = all.stream()
                            .mapToDouble(s -> s.customers() * s.mean(feature))
                            .sum()
                    / customers;
            average.put(feature, mean);
            multiples.put(feature, mean == 0 ? 1 : segment.mean(feature) / mean);
        }
        return new Profile(segment, Collections.unmodifiableMap(average), Collections.unmodifiableMap(multiples));
    }

    /** The segment in figures: "600 customers, 9,503 each, last bought 16 days ago". */
    public String figures() {
        return String.format(
                Locale.ROOT,
                "%s, %s each, last bought %s days ago",
                Wording.customers(segment.customers()),
                Wording.number(segment.mean(Feature.MONETARY), 0),
                Wording.number(segment.mean(Feature.RECENCY), 0));
    }

    /** One sentence part a feature, for example "orders 3.5 × the average". */
    public String text(Feature feature) {
        double multiple = multiples.getOrDefault(feature, Double.NaN);
        if (feature == Feature.RECENCY) {
            return String.format(
                    Locale.ROOT,
                    "last bought %s days ago, the average customer %s",
                    Wording.number(segment.mean(feature), 0),
                    Wording.number(average.getOrDefault(feature, Double.NaN), 0));
        }
        String verb =
                switch (feature) {
                    case FREQUENCY -> "orders";
                    case MONETARY -> "spends";
                    case AVERAGE_BASKET_SIZE -> "buys at a time";
                    case CLV -> "is worth";
                    case TENURE -> "has been a customer for";
                    case DISTINCT_PRODUCTS -> "knows a range of products";
                    case AVERAGE_ORDER_VALUE -> "spends per order";
                    case MEAN_DAYS_BETWEEN_ORDERS -> "waits between orders";
                    case RETURNS_SHARE -> "returns";
                    case RECENCY -> throw new IllegalStateException();
                };
        return Math.abs(multiple - 1) <= ABOUT_THE_SAME
                ? verb + " about the average"
                : verb + " " + Wording.number(multiple, multiple < 0.95 ? 2 : 1) + " × the average";
    }
}
