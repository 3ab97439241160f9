package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A segment beside the average customer of all segments.
 *
 * @param multiples per feature the segment's mean over that of all customers; 1 is like everybody
 */
public record Profile(Segment segment, Map<Feature, Double> multiples) {
    /** @param all the segments of the run */
    public static Profile of(Segment segment, List<Segment> all) {
        Map<Feature, Double> multiples = new EnumMap<>(Feature.class);
        double customers = all.stream().mapToInt(Segment::customers).sum();
        for (Feature feature : segment.means().keySet()) {
            double mean = all.stream()
                            .mapToDouble(s -> s.customers() * s.mean(feature))
                            .sum()
                    / customers;
            multiples.put(feature, mean == 0 ? 1 : segment.mean(feature) / mean);
        }
        return new Profile(segment, Collections.unmodifiableMap(multiples));
    }
}
