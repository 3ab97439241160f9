package io.segmenta.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How large an effect must be for a campaign to show it in 8 of 10 cases at the 5 % level, told before it begins from what its customers
 * spent in as many days without it.
 *
 * @param name of the segment, or of all together
 * @param treated those who are to get the campaign
 * @param control those who are to be left alone
 * @param each the smallest such difference per treated customer; not a number where so few buy that nothing could be measured
 */
public record DetectableEffect(String name, int treated, int control, double each) {
    /** @param past what its customers spent in days without a campaign */
    public record Planned(String segment, int treated, int control, Spends past) {
        /** Whether both groups have a variance, and the control group as many buyers as a measurement takes. */
        private boolean measurable() {
            return treated > 1
                    && control > 1
                    && past.customers() > 1
                    && past.buyers() / (double) past.customers() * control >= UpliftReport.FEWEST_BUYERS;
        }

        /** A difference of 0 between two groups of these sizes. */
        private Contrast contrast(SpendCaps caps) {
            Contrast known = Contrast.adjusted(past, past, caps);
            double variance = known.treated() * past.customers();
            double degrees = known.treatedDegrees() / past.customers();
            return new Contrast(
                    0,
                    variance / treated,
                    Math.min(degrees * treated, treated - 1),
                    variance / control,
                    Math.min(degrees * control, control - 1));
        }
    }

    /** The difference over all treated customers. */
    public double inAll() {
        return each * treated;
    }

    /**
     * How many of the same customers would have to be left alone to show a smaller difference.
     *
     * @param amount per treated customer, above 0
     * @return empty where even half of them are too few
     */
    public OptionalInt controlFor(double amount) {
        double customers = treated + control;
        double share = control / customers;
        // the variance of the difference goes with 1 ÷ (share × (1 − share))
        double product = share * (1 - share) * Math.pow(each / amount, 2);
        return product <= 0.25
                ? OptionalInt.of((int) Math.ceil(customers * (1 - Math.sqrt(1 - 4 * product)) / 2))
                : OptionalInt.empty();
    }

    /** One a segment, and the last one over all of them whose own can be told. */
    public static List<DetectableEffect> of(List<Planned> segments, SpendCaps caps) {
        List<DetectableEffect> effects = new ArrayList<>();
        for (Planned segment : segments) {
            effects.add(together(segment.segment, List.of(segment), caps));
        }
        effects.add(together("All segments", segments, caps));
        return List.copyOf(effects);
    }

    private static DetectableEffect together(String name, List<Planned> segments, SpendCaps caps) {
        List<Planned> told = segments.stream().filter(Planned::measurable).toList();
        List<Planned> counted = told.isEmpty() ? segments : told;
        int treated = counted.stream().mapToInt(Planned::treated).sum();
        int control = counted.stream().mapToInt(Planned::control).sum();
        double customers = treated + control;
        double[] weights = told.stream()
                .mapToDouble(segment -> (segment.treated + segment.control) / customers)
                .toArray();
        List<Contrast> contrasts =
                told.stream().map(segment -> segment.contrast(caps)).toList();
        double each = told.isEmpty()
                ? Double.NaN
                : Contrast.estimate(contrasts, weights).detectable();
        return new DetectableEffect(name, treated, control, each);
    }
}
