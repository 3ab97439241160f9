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
        MeasuredUplift measured =
                UpliftReport.of(List.of(new Outcome("S", A, B))).segments().getFirst();
        assertThat(measured.difference()).isCloseTo(-2.766666666666666, within(1e-12));
        assertThat(measured.low()).isCloseTo(-4.427226838284526, within(1e-9));
        assertThat(measured.high()).isCloseTo(-1.106106495048806, within(1e-9));
        assertThat(measured.pValue()).isCloseTo(0.008452732437443, within(1e-12));
        assertThat(measured.detectable()).isCloseTo(2.833881568942604, within(1e-9));
    }

    /** 200 campaigns on three segments with skewed spend, of whom many buy nothing. */
    @Test
    void theIntervalCoversTheTruthInNineOfTenCampaigns() {
        int covered = 0;
        int coveredSegments = 0;
        for (int simulation = 0; simulation < 200; simulation++) {
            Campaign campaign = Campaign.simulate(new Random(simulation), 0.25);
            UpliftReport report = UpliftReport.of(campaign.outcomes());
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
            alarms += UpliftReport.of(campaign.outcomes()).overall().significant() ? 1 : 0;
        }
        assertThat(alarms / 1000.0).isBetween(0.03, 0.07);
    }

    @Test
    void theDetectableEffectIsFoundInEightOfTenCampaigns() {
        int found = 0;
        for (int simulation = 0; simulation < 400; simulation++) {
            Random random = new Random(9000 + simulation);
            double[] control = random.doubles(400, 0, 100).toArray();
            double detectable = UpliftReport.of(
                            List.of(new Outcome("S", random.doubles(400, 0, 100).toArray(), control)))
                    .overall()
                    .detectable();
            double[] treated =
                    random.doubles(400, 0, 100).map(v -> v + detectable).toArray();
            found += UpliftReport.of(List.of(new Outcome("S", treated, control)))
                            .overall()
                            .significant()
                    ? 1
                    : 0;
        }
        assertThat(found / 400.0).isBetween(0.74, 0.86);
    }

    @Test
    void theWholeIsTheSegmentsWeightedByTheirCustomers() {
        UpliftReport report = UpliftReport.of(List.of(
                new Outcome("large", new double[] {10, 12, 14, 12}, new double[] {8, 10}),
                new Outcome("small", new double[] {1, 1}, new double[] {3, 3})));
        assertThat(report.segments()).extracting(MeasuredUplift::difference).containsExactly(3.0, -2.0);
        assertThat(report.overall().difference()).isCloseTo((6 * 3.0 - 4 * 2.0) / 10, within(1e-12));
        assertThat(report.overall().added()).isCloseTo(6, within(1e-12));
    }

    @Test
    void tooFewCustomersAreNotMeasured() {
        UpliftReport report = UpliftReport.of(List.of(
                new Outcome("lonely", new double[] {5, 6}, new double[] {4}),
                new Outcome("fine", new double[] {5, 6, 7}, new double[] {4, 5, 6})));
        assertThat(report.segments().getFirst().measurable()).isFalse();
        assertThat(report.segments().getFirst().words(UpliftReportTest::plain))
                .isEqualTo("Not measurable: too few. Of 2 customers who got the campaign 2 bought, of 1 who were left"
                        + " alone 1; each group needs at least 3 buyers.");
        assertThat(report.overall().difference()).isEqualTo(1);
    }

    @Test
    void fewerThanThreeBuyersInAGroupAreNotMeasured() {
        double[] two = new double[50];
        two[7] = 20;
        two[9] = 30;
        double[] three = two.clone();
        three[11] = 10;
        assertThat(UpliftReport.of(List.of(new Outcome("S", three, two))).overall())
                .returns(false, MeasuredUplift::measurable)
                .returns(3, MeasuredUplift::treatedBuyers)
                .returns(2, MeasuredUplift::controlBuyers)
                .returns(0.2, MeasuredUplift::difference);
        assertThat(UpliftReport.of(List.of(new Outcome("S", three, three)))
                        .overall()
                        .measurable())
                .isTrue();
    }

    /** Without the rule it is one of seven: a control group in which nobody happens to buy has no variance. */
    @Test
    void whereHardlyAnybodyBuysFalseAlarmsStayRare() {
        int alarms = 0;
        for (int simulation = 0; simulation < 1000; simulation++) {
            Random random = new Random(20_000 + simulation);
            Outcome outcome = new Outcome("S", rare(random, 80), rare(random, 20));
            alarms += UpliftReport.of(List.of(outcome)).overall().significant() ? 1 : 0;
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
        UpliftReport report = UpliftReport.of(List.of(new Outcome("S", new double[] {5, 6, 7}, new double[0])));
        assertThat(report.overall().measurable()).isFalse();
        assertThat(report.overall().significant()).isFalse();
    }

    @Test
    void equalSpendNeedsNoTest() {
        double[] fives = {5, 5, 5};
        MeasuredUplift same =
                UpliftReport.of(List.of(new Outcome("S", fives, fives))).overall();
        assertThat(same.pValue()).isEqualTo(1);
        assertThat(same.words(UpliftReportTest::plain))
                .startsWith("Customers who got the campaign spent as much as those who were left alone");
        assertThat(UpliftReport.of(List.of(new Outcome("S", new double[] {6, 6, 6}, fives)))
                        .overall()
                        .pValue())
                .isZero();
    }

    @Test
    void theWordsSayWhetherItMayBeChance() {
        MeasuredUplift chance = new MeasuredUplift("VIP", 480, 120, 99, 20, 60, 55, 5, -12.5, 22.5, 0.637, 29.75);
        assertThat(chance.words(UpliftReportTest::plain))
                .isEqualTo("Customers who got the campaign spent 5.00 more each than those who were left alone"
                        + " (between 12.50 less and 22.50 more). This may be chance (p = 0.64): with so many"
                        + " customers only a difference of about 29.75 or more would show reliably.");
        MeasuredUplift real = new MeasuredUplift("VIP", 480, 120, 99, 20, 74.1, 70, 4.1, 1.2, 7, 0.012, 6);
        assertThat(real.words(UpliftReportTest::plain))
                .isEqualTo("Customers who got the campaign spent 4.10 more each than those who were left alone"
                        + " (between 1.20 and 7.00 more). Chance alone would rarely do that (p = 0.012).");
        MeasuredUplift harm = new MeasuredUplift("VIP", 480, 120, 99, 20, 60, 70, -10, -15, -5, 0.0004, 9);
        assertThat(harm.words(UpliftReportTest::plain))
                .isEqualTo("Customers who got the campaign spent 10.00 less each than those who were left alone"
                        + " (between 5.00 and 15.00 less). Chance alone would rarely do that (p below 0.001).");
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

    private static String plain(double amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    private static boolean covers(MeasuredUplift measured, double truth) {
        return measured.low() <= truth && truth <= measured.high();
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
                        new Outcome("S" + s, Arrays.copyOf(spends[0], counts[0]), Arrays.copyOf(spends[1], counts[1])));
                effects.add(chances[s] * lift * Math.exp(scales[s] + 0.32));
                effect += sizes[s] / 3000.0 * effects.get(s);
            }
            return new Campaign(outcomes, effects, effect);
        }
    }
}
