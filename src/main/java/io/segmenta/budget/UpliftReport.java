package io.segmenta.budget;

import java.util.Arrays;
import java.util.List;

/**
 * The effect of a campaign per segment and over all, measured against a control group by Welch's test (Welch 1947). Over all it is
 * the mean of the segments' differences weighted by their customers (a stratified estimate), its degrees of freedom after Satterthwaite (1946).
 */
public record UpliftReport(List<MeasuredUplift> segments, MeasuredUplift overall) {
    private static final double INTERVAL = 0.90;
    private static final double POWER = 0.80;

    /**
     * What the customers of a segment spent since the campaign began, 0 for those who bought nothing.
     *
     * @param treated one amount per treated customer
     * @param control one amount per customer of the control group
     */
    public record Outcome(String segment, double[] treated, double[] control) {
        int customers() {
            return treated.length + control.length;
        }
    }

    public UpliftReport {
        segments = List.copyOf(segments);
    }

    /** Segments with fewer than two customers in a group are reported as not measurable and have no part in the whole. */
    public static UpliftReport of(List<Outcome> outcomes) {
        List<MeasuredUplift> segments = outcomes.stream()
                .map(outcome -> measure(outcome.segment, List.of(outcome)))
                .toList();
        List<Outcome> measurable = outcomes.stream()
                .filter(outcome -> outcome.treated.length > 1 && outcome.control.length > 1)
                .toList();
        return new UpliftReport(segments, measure("All segments", measurable.isEmpty() ? outcomes : measurable));
    }

    private static MeasuredUplift measure(String name, List<Outcome> strata) {
        double customers = strata.stream().mapToInt(Outcome::customers).sum();
        int treated = 0;
        int control = 0;
        double treatedMean = 0;
        double controlMean = 0;
        double variance = 0;
        double squares = 0;
        for (Outcome stratum : strata) {
            double weight = stratum.customers() / customers;
            treated += stratum.treated.length;
            control += stratum.control.length;
            treatedMean += weight * mean(stratum.treated);
            controlMean += weight * mean(stratum.control);
            for (double[] group : List.of(stratum.treated, stratum.control)) {
                double part = weight * weight * variance(group) / group.length;
                variance += part;
                squares += part * part / (group.length - 1);
            }
        }
        double difference = treatedMean - controlMean;
        if (!Double.isFinite(difference) || !Double.isFinite(variance)) {
            return new MeasuredUplift(
                    name,
                    treated,
                    control,
                    treatedMean,
                    controlMean,
                    difference,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }
        if (variance == 0) {
            return new MeasuredUplift(
                    name,
                    treated,
                    control,
                    treatedMean,
                    controlMean,
                    difference,
                    difference,
                    difference,
                    difference == 0 ? 1 : 0,
                    0);
        }
        double error = Math.sqrt(variance);
        double degrees = variance * variance / squares;
        double reach = StudentT.quantile((1 + INTERVAL) / 2, degrees) * error;
        return new MeasuredUplift(
                name,
                treated,
                control,
                treatedMean,
                controlMean,
                difference,
                difference - reach,
                difference + reach,
                StudentT.twoSided(difference / error, degrees),
                (StudentT.quantile(1 - MeasuredUplift.SIGNIFICANT / 2, degrees) + StudentT.quantile(POWER, degrees))
                        * error);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Unbiased; not a number below two values. */
    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
