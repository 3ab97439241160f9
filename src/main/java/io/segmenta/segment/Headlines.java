package io.segmenta.segment;

import io.segmenta.features.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What to know about a segmentation before looking at any chart. */
public final class Headlines {
    private Headlines() {}

    /** @return two to four sentences, the most important first; money is in the dataset's currency and carries no sign */
    public static List<String> of(List<Segment> segments) {
        List<String> headlines = new ArrayList<>();
        Segment richest = segments.stream()
                .max(Comparator.comparingDouble(Segment::revenue))
                .orElseThrow();
        headlines.add("%s are %s of the customers and bring %s of the revenue: %s, %s each."
                .formatted(
                        richest.name(),
                        Wording.percent(richest.share()),
                        Wording.percent(richest.revenueShare()),
                        Wording.customers(richest.customers()),
                        Wording.number(richest.mean(Feature.MONETARY), 0)));
        Segment largest = segments.stream()
                .max(Comparator.comparingInt(Segment::customers))
                .orElseThrow();
        if (!largest.equals(richest)) {
            headlines.add("The largest segment is %s: %s of the customers and %s of the revenue."
                    .formatted(
                            largest.name(), Wording.percent(largest.share()), Wording.percent(largest.revenueShare())));
        }
        slipping(segments).ifPresent(headlines::add);
        nextStep(segments).ifPresent(headlines::add);
        return headlines;
    }

    private static Optional<String> slipping(List<Segment> segments) {
        List<Segment> slipping = segments.stream()
                .filter(s -> s.persona() == Persona.AT_RISK || s.persona() == Persona.LOST_HIBERNATING)
                .toList();
        int customers = slipping.stream().mapToInt(Segment::customers).sum();
        if (customers == 0) {
            return Optional.empty();
        }
        double silent = slipping.stream()
                        .mapToDouble(s -> s.customers() * s.mean(Feature.RECENCY))
                        .sum()
                / customers;
        String who = Wording.list(
                slipping.stream().map(s -> s.persona().label()).distinct().toList());
        return Optional.of("%s (%s) are %s: they last bought %s days ago on average and brought %s of the revenue."
                .formatted(
                        Wording.customers(customers),
                        Wording.percent(
                                slipping.stream().mapToDouble(Segment::share).sum()),
                        who.replace(" and ", " or "),
                        Wording.number(silent, 0),
                        Wording.percent(slipping.stream()
                                .mapToDouble(Segment::revenueShare)
                                .sum())));
    }

    private static Optional<String> nextStep(List<Segment> segments) {
        Optional<Segment> champions = first(segments, Persona.VIP_CHAMPIONS);
        Optional<Segment> potential = first(segments, Persona.POTENTIAL_LOYALISTS);
        return potential.flatMap(p -> champions
                .filter(c -> c.mean(Feature.FREQUENCY) > p.mean(Feature.FREQUENCY))
                .map(c ->
                        "The next champions are among the %s %s: they bought %s days ago and order %s times, champions %s."
                                .formatted(
                                        Wording.number(p.customers(), 0),
                                        p.name(),
                                        Wording.number(p.mean(Feature.RECENCY), 0),
                                        Wording.number(p.mean(Feature.FREQUENCY), 1),
                                        Wording.number(c.mean(Feature.FREQUENCY), 1))));
    }

    private static Optional<Segment> first(List<Segment> segments, Persona persona) {
        return segments.stream().filter(s -> s.persona() == persona).findFirst();
    }
}
