package io.segmenta.engine.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.experiment.UpliftReport.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpliftReportTest {
    private static final double[] A = {
        27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4
    };
    private static final double[] B = {
        27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.0, 23.9
    };

    @Test
    void twoSmallSamplesAsScipyMeasuresThem() {
        // scipy.stats.ttest_ind(A, B, equal_var=False)
        MeasuredUplift measured = report(List.of(outcome("S", A, B))).segments().getFirst();
        assertThat(measured.raw().difference()).isCloseTo(-2.766666666666666, within(1e-12));
        assertThat(measured.raw().low()).isCloseTo(-4.427226838284526, within(1e-9));
        assertThat(measured.raw().high()).isCloseTo(-1.106106495048806, within(1e-9));
        assertThat(measured.raw().pValue()).isCloseTo(0.008452732437443, within(1e-12));
        assertThat(measured.raw().detectable()).isCloseTo(2.833881568942604, within(1e-9));
    }

    /** 200 campaigns on three segments with skewed spend, of whom many buy nothing. */
    @Test
    void theIntervalCoversTheTruthInNineOfTenCampaigns() {
        int covered = 0;
        int coveredSegments = 0;
        for (int simulation = 0; simulation < 200; simulation++) {
            Campaign campaign = Campaign.simulate(new Random(simulation), 0.25);
            UpliftReport report = report(campaign.outcomes());
            covered += covers(report.overall(), campaign.effect()) ? 1 : 0;
            for (int s = 0; s < 3; s++) {
                coveredSegments +=
                        covers(report.segments().get(s), campaign.effects().get(s)) ? 1 : 0;
            }
        }
        assertThat(covered / 200.0).isBetween(0.85, 0.95);
        assertThat(coveredSegments / 600.0).isBetween(0.85, 0.95);
    }

    @Test
    void aCampaignWithoutEffectRaisesTheAlarmInOneOfTwenty() {
        int alarms = 0;
        for (int simulation = 0; simulation < 1000; simulation++) {
            Campaign campaign = Campaign.simulate(new Random(5000 + simulation), 0);
            alarms += report(campaign.outcomes()).overall().shown() ? 1 : 0;
        }
        assertThat(alarms / 1000.0).isBetween(0.03, 0.07);
    }

    @Test
    void theDetectableEffectIsFoundInEightOfTenCampaigns() {
        int found = 0;
        for (int simulation = 0; simulation < 400; simulation++) {
            Random random = new Random(9000 + simulation);
            double[] control = random.doubles(400, 0, 100).toArray();
            double detectable = report(
                            List.of(outcome("S", random.doubles(400, 0, 100).toArray(), control)))
                    .overall()
                    .effect()
                    .detectable();
            double[] treated =
                    random.doubles(400, 0, 100).map(v -> v + detectable).toArray();
            found += report(List.of(outcome("S", treated, control))).overall().shown() ? 1 : 0;
        }
        assertThat(found / 400.0).isBetween(0.74, 0.86);
    }

    @Test
    void theWholeIsTheSegmentsWeightedByTheirCustomers() {
        UpliftReport report = report(List.of(
                outcome("large", new double[] {10, 12, 14, 12}, new double[] {8, 10}),
                outcome("small", new double[] {1, 1}, new double[] {3, 3})));
        assertThat(report.segments())
                .extracting(measured -> measured.effect().difference())
                .containsExactly(3.0, -2.0);
        assertThat(report.overall().effect().difference()).isCloseTo((6 * 3.0 - 4 * 2.0) / 10, within(1e-12));
        assertThat(report.overall().treated().mean()).isCloseTo((6 * 12 + 4 * 1) / 10.0, within(1e-12));
    }

    @Test
    void tooFewCustomersAreNotMeasured() {
        UpliftReport report = report(List.of(
                outcome("lonely", new double[] {5, 6}, new double[] {4}),
                outcome("fine", new double[] {5, 6, 7}, new double[] {4, 5, 6})));
        assertThat(report.segments().getFirst().measurable()).isFalse();
        assertThat(report.segments().getFirst().words(UpliftReportTest::plain))
                .isEqualTo("Not measurable: too few. Of 2 customers who got the campaign 2 bought, of 1 who were left"
                        + " alone 1; each group needs at least 3 buyers.");
        assertThat(report.overall().effect().difference()).isEqualTo(1);
    }

    @Test
    void fewerThanThreeBuyersInAGroupAreNotMeasured() {
        double[] two = new double[50];
        two[7] = 20;
        two[9] = 30;
        double[] three = two.clone();
        three[11] = 10;
        assertThat(report(List.of(outcome("S", three, two))).overall())
                .returns(false, MeasuredUplift::measurable)
                .returns(3, measured -> measured.treated().buyers())
                .returns(2, measured -> measured.control().buyers())
                .returns(0.2, measured -> measured.effect().difference());
        assertThat(report(List.of(outcome("S", three, three))).overall().measurable())
                .isTrue();
    }

    /** Without the rule it is one of seven: a control group in which nobody happens to buy has no variance. */
    @Test
    void whereHardlyAnybodyBuysFalseAlarmsStayRare() {
        int alarms = 0;
        for (int simulation = 0; simulation < 1000; simulation++) {
            Random random = new Random(20_000 + simulation);
            Outcome outcome = outcome("S", rare(random, 80), rare(random, 20));
            alarms += report(List.of(outcome)).overall().shown() ? 1 : 0;
        }
        assertThat(alarms / 1000.0).isLessThan(0.05);
    }

    private static double[] rare(Random random, int customers) {
        return random.doubles(customers)
                .map(u -> u < 0.1 ? Math.exp(3.5 + 0.8 * random.nextGaussian()) : 0)
                .toArray();
    }

    @Test
    void withoutAnyControlGroupNothingIsMeasured() {
        UpliftReport report = report(List.of(outcome("S", new double[] {5, 6, 7}, new double[0])));
        assertThat(report.overall().measurable()).isFalse();
        assertThat(report.overall().shown()).isFalse();
    }

    @Test
    void equalSpendNeedsNoTest() {
        double[] fives = {5, 5, 5};
        MeasuredUplift same = report(List.of(outcome("S", fives, fives))).overall();
        assertThat(same.effect().pValue()).isEqualTo(1);
        assertThat(same.words(UpliftReportTest::plain))
                .isEqualTo(
                        "No effect shown; both groups spent the same. Measured: no difference (between 0.00 and 0.00 more, p = 1.00).");
        assertThat(report(List.of(outcome("S", new double[] {6, 6, 6}, fives)))
                        .overall()
                        .effect()
                        .pValue())
                .isZero();
    }

    private static MeasuredUplift measured(Estimate effect) {
        return new MeasuredUplift(
                "VIP",
                new MeasuredUplift.Group(848, 199, 60),
                new MeasuredUplift.Group(212, 40, 55),
                effect,
                new Estimate(7, 4, 0, 14, 0.08, 12),
                new Estimate(0.077, 0.003, 0.071, 0.0822, 0.0001, 0.01));
    }

    @Test
    void theVerdictStandsFirstAndSaysWhatWouldHaveBeenEnough() {
        assertThat(measured(new Estimate(36, 26, -6.8, 78.8, 0.167, 72.9)).words(UpliftReportTest::plain))
                .isEqualTo(
                        "No effect shown; 212 left alone were too few: about 870, of an audience of 4,400, would tell"
                                + " 36.00 apart. Measured: 36.00 more each than those who were left alone (between 6.80 less and"
                                + " 78.80 more, p = 0.17).");
        // to tell a fiftieth of what could be told apart takes 2,500 times the customers: nobody has them
        assertThat(measured(new Estimate(-1.5, 26, -44.3, 41.3, 0.954, 72.9)).words(UpliftReportTest::plain))
                .isEqualTo(
                        "No effect shown; with 212 left alone one of 72.90 or more each would have shown. Measured:"
                                + " 1.50 less each than those who were left alone (between 44.30 less and 41.30 more, p = 0.95).");
        assertThat(measured(new Estimate(4.1, 1.6, 1.2, 7, 0.012, 6)).words(UpliftReportTest::plain))
                .isEqualTo("An effect is shown: customers who got the campaign spent 4.10 more each than those who were"
                        + " left alone (between 1.20 and 7.00 more, p = 0.012).");
        assertThat(measured(new Estimate(-10, 3, -15, -5, 0.0004, 9)).words(UpliftReportTest::plain))
                .isEqualTo(
                        "An effect is shown: customers who got the campaign spent 10.00 less each than those who were"
                                + " left alone (between 5.00 and 15.00 less, p below 0.001).");
    }

    @Test
    void aSumIsOnlyThereForAnEffectThatIsShown() {
        MeasuredUplift shown = measured(new Estimate(4.1, 2, 1.2, 7, 0.012, 6));
        assertThat(shown.added(4.1)).isCloseTo(848 * 4.1, within(1e-9));
        assertThat(shown.saved()).isCloseTo(4, within(1e-12));
        assertThat(measured(new Estimate(4.1, 2.6, -1.2, 9, 0.2, 8)).added(4.1)).isNaN();
    }

    @Test
    void whoBoughtIsASentenceOfItsOwn() {
        MeasuredUplift shown = measured(new Estimate(4.1, 2, 1.2, 7, 0.012, 6));
        assertThat(shown.boughtWords())
                .isEqualTo(
                        "Of 100 customers 7.7 more bought than of those who were left alone (between 7.1 and 8.2 more,"
                                + " p below 0.001).");
    }

    @Test
    void visitsAreADifferenceOfShares() {
        // 3 of 4 against 1 of 4: variances of the means .75 × .25 ÷ 3 each
        Estimate bought = report(List.of(outcome("S", new double[] {5, 1, 9, 0}, new double[] {0, 0, 0, 70})))
                .overall()
                .bought();
        assertThat(bought.difference()).isEqualTo(0.5);
        assertThat(bought.error()).isNaN();
        Estimate measured = report(
                        List.of(outcome("S", new double[] {5, 1, 9, 0, 3, 0}, new double[] {0, 0, 4, 70, 4, 0})))
                .overall()
                .bought();
        assertThat(measured.difference()).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(measured.error()).isCloseTo(Math.sqrt(4 / 6.0 * 2 / 6 / 5 + 3 / 6.0 * 3 / 6 / 5), within(1e-12));
    }

    /** Half of what is spent is a quarter of what was spent before: a slope of .25 leaves the other half. */
    @Test
    void whatEarlierSpendExplainsIsTakenOut() {
        Random random = new Random(1);
        double raw = 0;
        double adjusted = 0;
        int covered = 0;
        for (int simulation = 0; simulation < 200; simulation++) {
            Spends treated = spends(random, 200, 5);
            Spends control = spends(random, 50, 0);
            MeasuredUplift measured = UpliftReport.of(List.of(new Outcome("S", treated, control)), SpendCaps.NONE)
                    .overall();
            raw += measured.raw().error();
            adjusted += measured.effect().error();
            covered += covers(measured, 5) ? 1 : 0;
            assertThat(measured.raw().difference())
                    .isEqualTo(report(List.of(outcome("S", treated.since(), control.since())))
                            .overall()
                            .effect()
                            .difference());
        }
        // of the variance 100 by the past and 100 by chance only the second is left
        assertThat(adjusted / raw).isBetween(0.66, 0.75);
        assertThat(covered / 200.0).isBetween(0.85, 0.95);
    }

    private static Spends spends(Random random, int customers, double effect) {
        double[] before = random.doubles(customers)
                .map(unused -> 400 + 40 * random.nextGaussian())
                .toArray();
        return new Spends(
                Arrays.stream(before)
                        .map(past -> past / 4 + 10 * random.nextGaussian() + effect)
                        .toArray(),
                before);
    }

    @Test
    void aPastThatSaysNothingLeavesThePlainDifference() {
        double[] treated = {3, 4, 8, 1};
        double[] control = {1, 3, 2, 4};
        Estimate plain =
                report(List.of(outcome("S", treated, control))).overall().effect();
        double[] same = {0.1, 0.1, 0.1, 0.1};
        assertThat(adjusted(treated, same, control, same)).isEqualTo(plain);
        double[] nothing = new double[4];
        assertThat(adjusted(treated, nothing, control, nothing)).isEqualTo(plain);
        // explained to the last digit: nothing is left to judge an effect by
        assertThat(adjusted(treated, treated, control, control)).isEqualTo(plain);
    }

    private static Estimate adjusted(double[] treated, double[] before, double[] control, double[] beforeAlone) {
        Outcome outcome = new Outcome("S", new Spends(treated, before), new Spends(control, beforeAlone));
        return UpliftReport.of(List.of(outcome), SpendCaps.NONE).overall().effect();
    }

    @Test
    void heavyTailsLeaveFewerDegreesOfFreedom() {
        assertThat(Contrast.degrees(IntStream.range(0, 100).mapToDouble(i -> i).toArray()))
                .isEqualTo(99);
        double[] one = new double[100];
        one[50] = 7;
        double kurtosis = (0.99 * 0.01 * (0.99 * 0.99 * 0.99 + 0.01 * 0.01 * 0.01)) / Math.pow(0.99 * 0.01, 2);
        assertThat(Contrast.degrees(one)).isCloseTo(200 / (kurtosis - 97 / 99.0), within(1e-9));
        assertThat(Contrast.degrees(new double[] {5, 5, 5})).isEqualTo(2);
    }

    @Test
    void aBulkOrderDecidesOnlyThePlainDifference() {
        double[] treated = {30, 40, 80, 30, 20, 90_000};
        double[] control = {30, 40, 20, 50, 10, 60};
        SpendCaps caps = new SpendCaps(100, Double.POSITIVE_INFINITY);
        MeasuredUplift measured =
                UpliftReport.of(List.of(outcome("S", treated, control)), caps).overall();
        assertThat(measured.effect().difference()).isCloseTo(50 - 35, within(1e-9));
        assertThat(measured.raw().difference()).isCloseTo((90_200 - 210) / 6.0, within(1e-9));
        assertThat(measured.treated().mean()).isCloseTo(90_200 / 6.0, within(1e-9));
    }

    @Test
    void theControlGroupIsTheSameShareOfEverySegment() {
        List<String> ids = IntStream.range(0, 1000).mapToObj(i -> "C" + i).toList();
        List<String> segments = IntStream.range(0, 1000)
                .mapToObj(i -> i < 700 ? "large" : "small")
                .toList();
        boolean[] control = ControlGroup.draw(ids, segments, 0.2, new Seed(1));
        assertThat(IntStream.range(0, 700).filter(i -> control[i])).hasSize(140);
        assertThat(IntStream.range(700, 1000).filter(i -> control[i])).hasSize(60);
        assertThat(ControlGroup.draw(ids, segments, 0.2, new Seed(2))).isNotEqualTo(control);
    }

    /** Campaigns are drawn again from their seed when they are measured: who is drawn must never change. */
    @Test
    void whoIsDrawnStaysTheSame() {
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "C" + i).toList();
        List<String> segments =
                IntStream.range(0, 20).mapToObj(i -> i < 10 ? "a" : "b").toList();
        boolean[] control = ControlGroup.draw(ids, segments, 0.3, new Seed(42));
        assertThat(IntStream.range(0, 20).filter(i -> control[i]).toArray()).containsExactly(0, 2, 6, 11, 18, 19);
    }

    @Test
    void theOrderOfTheAudienceDoesNotMatter() {
        List<String> ids =
                new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "C" + i).toList());
        List<Integer> segments = Collections.nCopies(100, 3);
        boolean[] control = ControlGroup.draw(ids, segments, 0.1, new Seed(1));
        boolean[] reversed = ControlGroup.draw(ids.reversed(), segments, 0.1, new Seed(1));
        for (int i = 0; i < 100; i++) {
            assertThat(reversed[99 - i]).isEqualTo(control[i]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 0.51, Double.NaN})
    void aControlGroupOfNobodyOrOfMostIsRefused(double share) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> ControlGroup.draw(List.of("a"), List.of(1), share, new Seed(1)))
                .withMessageContaining("between 1 and 50 %");
    }

    /** Nothing is known of before, and nothing capped: the main line is the plain one. */
    private static UpliftReport report(List<Outcome> outcomes) {
        return UpliftReport.of(outcomes, SpendCaps.NONE);
    }

    private static Outcome outcome(String segment, double[] treated, double[] control) {
        return new Outcome(segment, new Spends(treated, new double[0]), new Spends(control, new double[0]));
    }

    private static String plain(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static boolean covers(MeasuredUplift measured, double truth) {
        return measured.effect().low() <= truth && truth <= measured.effect().high();
    }

    /**
     * @param effects the true difference per segment
     * @param effect over all customers
     */
    private record Campaign(List<Outcome> outcomes, List<Double> effects, double effect) {
        static Campaign simulate(Random random, double lift) {
            double[] chances = {0.7, 0.4, 0.1};
            double[] scales = {4.5, 3.5, 3};
            int[] sizes = {600, 900, 1500};
            List<Outcome> outcomes = new ArrayList<>();
            List<Double> effects = new ArrayList<>();
            double effect = 0;
            for (int s = 0; s < sizes.length; s++) {
                List<String> ids =
                        IntStream.range(0, sizes[s]).mapToObj(i -> "C" + i).toList();
                boolean[] control =
                        ControlGroup.draw(ids, Collections.nCopies(sizes[s], s), 0.2, new Seed(random.nextLong()));
                double[][] spends = new double[2][sizes[s]];
                int[] counts = new int[2];
                for (int i = 0; i < sizes[s]; i++) {
                    int group = control[i] ? 1 : 0;
                    double chance = chances[s] * (control[i] ? 1 : 1 + lift);
                    double amount = Math.exp(scales[s] + 0.8 * random.nextGaussian());
                    spends[group][counts[group]++] = random.nextDouble() < chance ? amount : 0;
                }
                outcomes.add(
                        outcome("S" + s, Arrays.copyOf(spends[0], counts[0]), Arrays.copyOf(spends[1], counts[1])));
                effects.add(chances[s] * lift * Math.exp(scales[s] + 0.32));
                effect += sizes[s] / 3000.0 * effects.get(s);
            }
            return new Campaign(outcomes, effects, effect);
        }
    }
}
