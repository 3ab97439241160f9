package io.segmenta.engine.experiment;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The effect of a campaign per segment and over all, measured against a control group by Welch's test (Welch 1947). Over all it is
 * the mean of the segments' differences weighted by their customers (a stratified estimate), its degrees of freedom after Satterthwaite (1946).
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947), The Generalization of “Student’s” Problem when Several Different Population Variances are Involved</a>
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946), An Approximate Distribution of Estimates of Variance Components</a>
 */
public record UpliftReport(List<MeasuredUplift> segments, MeasuredUplift overall) {
    private static final double INTERVAL = 0.90;
    private static final double POWER = 0.80;

    /** How exactly quantiles are searched; with the library's own 1e-9 they would be wrong in the tenth digit. */
    private static final double EXACT = 1e-15;

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

        private static int buyers(double[] spends) {
            return (int) Arrays.stream(spends).filter(spend -> spend > 0).count();
        }
    }

    public UpliftReport {
        segments = List.copyOf(segments);
    }

    /**
     * What has fewer than three buyers in a group is reported as not measurable; segments with fewer than two customers in a group have
     * no part in the whole.
     */
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
        int treatedBuyers = 0;
        int controlBuyers = 0;
        double treatedMean = 0;
        double controlMean = 0;
        double variance = 0;
        double squares = 0;
        for (Outcome stratum : strata) {
            double weight = stratum.customers() / customers;
            treated += stratum.treated.length;
            control += stratum.control.length;
            treatedBuyers += Outcome.buyers(stratum.treated);
            controlBuyers += Outcome.buyers(stratum.control);
            treatedMean += weight * mean(stratum.treated);
            controlMean += weight * mean(stratum.control);
            for (double[] group : List.of(stratum.treated, stratum.control)) {
                double part = weight * weight * variance(group) / group.length;
                variance += part;
                squares += part * part / (group.length - 1);
            }
        }
        double difference = treatedMean - controlMean;
        boolean measurable = Math.min(treatedBuyers, controlBuyers) >= MeasuredUplift.FEWEST_BUYERS;
        double error = measurable ? Math.sqrt(variance) : Double.NaN;
        Test test =
                error == 0 ? Test.certain(difference) : Test.welch(difference, error, variance * variance / squares);
        return new MeasuredUplift(
                name,
                treated,
                control,
                treatedBuyers,
                controlBuyers,
                treatedMean,
                controlMean,
                difference,
                difference - test.reach,
                difference + test.reach,
                test.pValue,
                test.detectable);
    }

    /** @param reach from the difference to either end of its interval */
    private record Test(double reach, double pValue, double detectable) {
        /** Nobody differs from the others of the same group. */
        static Test certain(double difference) {
            return new Test(0, difference == 0 ? 1 : 0, 0);
        }

        static Test welch(double difference, double error, double degrees) {
            if (!Double.isFinite(error)) {
                return new Test(Double.NaN, Double.NaN, Double.NaN);
            }
            TDistribution student = new TDistribution(degrees, EXACT);
            double threshold = student.inverseCumulativeProbability(1 - MeasuredUplift.SIGNIFICANT / 2);
            return new Test(
                    student.inverseCumulativeProbability((1 + INTERVAL) / 2) * error,
                    2 * student.cumulativeProbability(-Math.abs(difference / error)),
                    (threshold + student.inverseCumulativeProbability(POWER)) * error);
        }
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
