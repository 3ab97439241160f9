package io.segmenta.engine.experiment;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.experiment.UpliftReport.Outcome;
import io.segmenta.engine.numeric.Sampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What the method finds where there is nothing to find: days without a campaign are measured again and again, each time with other
 * customers in the control group (an A/A test by permutation).
 *
 * @param draws of a control group
 * @param alarms share of them in which an effect over all is shown, 0–1; the method promises 0.05
 * @param sdRaw standard deviation over the draws of the plain difference, in money per customer
 * @param sdAdjusted likewise of the main line
 */
public record SelfTest(int draws, double alarms, double sdRaw, double sdAdjusted) {
    private static final int MOST_DRAWS = 100_000;

    /** How many times the customers the plain difference would need to be as sure as the main line. */
    public double savedCustomers() {
        return sdRaw * sdRaw / (sdAdjusted * sdAdjusted);
    }

    /** @throws UserFacingException where it is not 2 to 100,000 times */
    public static void requireDraws(int draws) {
        if (draws < 2 || draws > MOST_DRAWS) {
            throw new UserFacingException("The number of draws (" + draws
                    + ") must be 2 to 100,000. 1,000 tell a rate to" + " about one and a half per cent.");
        }
    }

    /**
     * @param segments everybody of each segment, in days without a campaign
     * @param share of each that is left alone, 0.01–0.5
     * @param caps of the main line
     * @throws UserFacingException where the share or the draws are not like that
     */
    public static SelfTest of(List<Spends> segments, SpendCaps caps, double share, int draws, Seed seed) {
        ControlGroup.requireShare(share);
        requireDraws(draws);
        int alarms = 0;
        double[] raw = new double[draws];
        double[] adjusted = new double[draws];
        for (int i = 0; i < draws; i++) {
            Seed own = seed.derive("self-test " + i);
            List<Outcome> outcomes = new ArrayList<>();
            for (int s = 0; s < segments.size(); s++) {
                outcomes.add(split(segments.get(s), share, own.derive("segment " + s)));
            }
            MeasuredUplift measured = UpliftReport.overall(outcomes, caps);
            alarms += measured.shown() ? 1 : 0;
            raw[i] = measured.raw().difference();
            adjusted[i] = measured.effect().difference();
        }
        return new SelfTest(draws, alarms / (double) draws, deviation(raw), deviation(adjusted));
    }

    private static Outcome split(Spends everybody, double share, Seed seed) {
        int customers = everybody.customers();
        boolean[] control = new boolean[customers];
        for (int i : Sampling.draw(customers, (int) Math.round(share * customers), seed.random())) {
            control[i] = true;
        }
        return new Outcome("", part(everybody, control, false), part(everybody, control, true));
    }

    private static Spends part(Spends everybody, boolean[] control, boolean wanted) {
        int[] chosen = IntStream.range(0, control.length)
                .filter(i -> control[i] == wanted)
                .toArray();
        double[] before = everybody.before();
        return new Spends(
                Arrays.stream(chosen).mapToDouble(i -> everybody.since()[i]).toArray(),
                before.length == 0
                        ? before
                        : Arrays.stream(chosen).mapToDouble(i -> before[i]).toArray());
    }

    private static double deviation(double[] values) {
        double mean = Spends.mean(values);
        return Math.sqrt(
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1));
    }
}
