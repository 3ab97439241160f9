package io.segmenta.engine.experiment;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The effect of a campaign per segment and over all, measured against a control group by Welch's test (Welch 1947). Both what was spent and
 * what was spent before are capped, and what the past explains is taken out by regression (CUPED, Deng et al. 2013); the plain difference and
 * that of having bought at all stand beside it. Over all each is the mean of the segments' differences weighted by their customers (a
 * stratified estimate), its degrees of freedom after Satterthwaite (1946). The degrees of freedom of each group's variance are those that its
 * kurtosis leaves (O'Neill 2014); only those of the plain difference are Welch's own.
 *
 * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">Welch (1947), The Generalization of “Student’s” Problem when Several Different Population Variances are Involved</a>
 * @see <a href="https://doi.org/10.2307/3002019">Satterthwaite (1946), An Approximate Distribution of Estimates of Variance Components</a>
 * @see <a href="https://doi.org/10.1080/00031305.2014.966589">O'Neill (2014), Some Useful Moment Results in Sampling Problems</a>
 * @see <a href="https://doi.org/10.1145/2433396.2433413">Deng, Xu, Kohavi and Walker (2013), Improving the Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data</a>
 */
public record UpliftReport(List<MeasuredUplift> segments, MeasuredUplift overall) {
    /** With fewer in a group Welch's test raises up to three times the false alarms it should; with these hardly any more. */
    static final int FEWEST_BUYERS = 3;

    /** What the customers of a segment spent. */
    public record Outcome(String segment, Spends treated, Spends control) {
        int customers() {
            return treated.customers() + control.customers();
        }
    }

    public UpliftReport {
        segments = List.copyOf(segments);
    }

    /**
     * What has fewer than three buyers in a group is reported as not measurable; segments with fewer than two customers in a group have
     * no part in the whole.
     *
     * @param caps of the main line only
     */
    public static UpliftReport of(List<Outcome> outcomes, SpendCaps caps) {
        List<MeasuredUplift> segments = outcomes.stream()
                .map(outcome -> measure(outcome.segment, List.of(outcome), caps))
                .toList();
        return new UpliftReport(segments, overall(outcomes, caps));
    }

    static MeasuredUplift overall(List<Outcome> outcomes, SpendCaps caps) {
        List<Outcome> measurable = outcomes.stream()
                .filter(outcome -> outcome.treated.customers() > 1 && outcome.control.customers() > 1)
                .toList();
        return measure("All segments", measurable.isEmpty() ? outcomes : measurable, caps);
    }

    private static MeasuredUplift measure(String name, List<Outcome> strata, SpendCaps caps) {
        double customers = strata.stream().mapToInt(Outcome::customers).sum();
        double[] weights = strata.stream()
                .mapToDouble(stratum -> stratum.customers() / customers)
                .toArray();
        MeasuredUplift.Group treated = group(strata, weights, Outcome::treated);
        MeasuredUplift.Group control = group(strata, weights, Outcome::control);
        boolean enough = Math.min(treated.buyers(), control.buyers()) >= FEWEST_BUYERS;
        return new MeasuredUplift(
                name,
                treated,
                control,
                estimate(strata, weights, enough, s -> Contrast.adjusted(s.treated, s.control, caps)),
                estimate(strata, weights, enough, s -> Contrast.welch(s.treated.since(), s.control.since())),
                estimate(strata, weights, enough, s -> Contrast.of(s.treated.bought(), s.control.bought())));
    }

    private static Estimate estimate(
            List<Outcome> strata, double[] weights, boolean enough, Function<Outcome, Contrast> contrast) {
        Estimate estimate = Contrast.estimate(strata.stream().map(contrast).toList(), weights);
        return enough ? estimate : Estimate.unmeasurable(estimate.difference());
    }

    private static MeasuredUplift.Group group(
            List<Outcome> strata, double[] weights, Function<Outcome, Spends> spends) {
        return new MeasuredUplift.Group(
                sum(strata, spends, Spends::customers),
                sum(strata, spends, Spends::buyers),
                mean(strata, weights, spends, Spends::mean));
    }

    private static int sum(List<Outcome> strata, Function<Outcome, Spends> spends, ToIntFunction<Spends> part) {
        return strata.stream().map(spends).mapToInt(part).sum();
    }

    private static double mean(
            List<Outcome> strata, double[] weights, Function<Outcome, Spends> spends, ToDoubleFunction<Spends> part) {
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * part.applyAsDouble(spends.apply(strata.get(i)));
        }
        return mean;
    }
}
