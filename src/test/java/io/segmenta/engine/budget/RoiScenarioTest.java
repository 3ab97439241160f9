package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.segment.Persona;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoiScenarioTest {
    static final Seed SEED = new Seed(42);

    /** 100 customers of 500 each at 2 a contact; e^−2.5 = 0.0821, so 91.8 % of the 1,500 of margin that 10 % would add. */
    static final Response VIP = response(Persona.VIP_CHAMPIONS, 100, 50_000, 0.10, 2);

    /** 700 customers of 20 each at 1 a contact; 650 of 700 reaches 60.5 % of the 42 of margin that 1 % would add. */
    static final Response LOST = response(Persona.LOST_HIBERNATING, 700, 14_000, 0.01, 1);

    @Test
    void aCampaignThatPaysByHand() {
        RoiScenario scenario = scenario(List.of(VIP), 500);
        assertThat(scenario.addedMargin()).isCloseTo(1376.87, within(0.01));
        assertThat(scenario.roi()).isCloseTo(1.7537, within(1e-4));
        assertThat(scenario.breakEvenUplift()).isCloseTo(0.03631, within(1e-5));
        assertThat(scenario.paybackDays()).isCloseTo(33.05, within(0.01));
    }

    @Test
    void aCampaignThatDoesNotPayByHand() {
        RoiScenario scenario = scenario(List.of(LOST), 650);
        assertThat(scenario.addedMargin()).isCloseTo(25.405, within(0.001));
        assertThat(scenario.roi()).isCloseTo(-0.96092, within(1e-5));
        assertThat(scenario.breakEvenUplift()).isCloseTo(0.25585, within(1e-5));
        assertThat(scenario.paybackDays()).isInfinite();
        assertThat(scenario.interval().probabilityPositive()).isZero();
    }

    @Test
    void bothTogetherByHand() {
        RoiScenario scenario = scenario(List.of(VIP, LOST), 500, 650);
        assertThat(scenario.addedMargin()).isCloseTo(1402.28, within(0.01));
        assertThat(scenario.roi()).isCloseTo(0.21937, within(1e-5));
        // 1150 / (15000 × 0.917915 + 4200 × 0.604881)
        assertThat(scenario.breakEvenUplift()).isCloseTo(0.07051, within(1e-5));
        assertThat(scenario.paybackDays()).isCloseTo(74.63, within(0.01));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        BudgetPlan plan = plan(List.of(VIP), 500);
        Assumptions assumptions = assumptions(List.of(VIP));
        RoiInterval interval = RoiScenario.of("a", plan, assumptions, SEED).interval();
        assertThat(RoiScenario.of("b", plan, assumptions, SEED).interval()).isEqualTo(interval);
        assertThat(RoiScenario.of("c", plan, assumptions, new Seed(43)).interval())
                .isNotEqualTo(interval);
        assertThat(interval.draws()).isEqualTo(2000);
    }

    @Test
    void theIntervalIsThatOfTheTriangleWhereOnlyTheUpliftIsUnsure() {
        RoiInterval interval = scenario(List.of(VIP), 500).interval();
        // uplift triangular on 0, 10, 20 %: its tenth percentile is 20 % · √0.05, its median 10 %
        double perUplift = 15_000 * 0.917915 / 500;
        assertThat(interval.p10()).isCloseTo(perUplift * 0.2 * Math.sqrt(0.05) - 1, within(0.1));
        assertThat(interval.p50()).isCloseTo(perUplift * 0.1 - 1, within(0.1));
        assertThat(interval.p90()).isCloseTo(perUplift * 0.2 * (1 - Math.sqrt(0.05)) - 1, within(0.1));
        // above 3.631 %: 1 − (3.631 / 20)² · 2
        assertThat(interval.probabilityPositive()).isCloseTo(0.9341, within(0.015));
    }

    /** One guess stands behind the uplifts of all segments: drawn independently, ten times its doubt became nearly none. */
    @Test
    void theDoubtAboutUpliftsIsSharedAndDoesNotAverageAway() {
        List<Response> ten = IntStream.rangeClosed(1, 10)
                .mapToObj(number -> new Response(
                        Example.segment(Persona.AT_RISK, number, 100, 50_000),
                        new Assumption(50_000, "known"),
                        new Uplift(0, 0.1, 0.2, "guessed"),
                        new Assumption(2, "known")))
                .toList();
        double[] spends = new double[10];
        Arrays.fill(spends, 500);
        RoiInterval all = scenario(ten, spends).interval();
        RoiInterval one = scenario(List.of(VIP), 500).interval();
        assertThat(width(all)).isBetween(0.85 * width(one), width(one));
        // of one segment 93 %, of ten independent ones all
        assertThat(all.probabilityPositive()).isBetween(0.92, 0.98);
    }

    @Test
    void theAssumptionThatDecidesIsTheOneWithMostMoneyInItsDoubt() {
        DecidingUplift deciding =
                DecidingUplift.of(scenario(List.of(VIP, LOST), 500, 650)).orElseThrow();
        assertThat(deciding.segment()).isEqualTo(VIP.segment());
        // (1150 − 25.405) ÷ (15,000 × 0.917915)
        assertThat(deciding.breakEven()).isCloseTo(0.081677, within(1e-6));
        assertThat(DecidingUplift.of(scenario(List.of(LOST), 650)).orElseThrow().breakEven())
                .isCloseTo(0.25585, within(1e-5));
    }

    @Test
    void whereTheOthersPayItAloneNothingIsNeededOfTheOneThatDecides() {
        Response sure = response(Persona.AT_RISK, 100, 50_000, 0.10, 2, 0);
        DecidingUplift deciding =
                DecidingUplift.of(scenario(List.of(LOST, sure), 650, 500)).orElseThrow();
        assertThat(deciding.segment()).isEqualTo(LOST.segment());
        assertThat(deciding.breakEven()).isNegative();
        assertThat(DecidingUplift.of(scenario(List.of(sure), 500))).isEmpty();
        assertThat(DecidingUplift.of(scenario(List.of(VIP), 0))).isEmpty();
    }

    @Test
    void theDoubtAboutTheRevenueIsThatOfItsForecast() {
        Response sure = response(Persona.VIP_CHAMPIONS, 100, 50_000, 0.10, 2, 0);
        assertThat(width(scenario(List.of(sure), 500).interval())).isCloseTo(0, within(1e-9));
        RoiScenario scenario = scenario(List.of(doubted(sure, 0.3)), 500);
        // ln((return + 1) / expected) is normal: between its tenth and ninetieth percentile lie 2.563 standard
        // deviations
        double expected = 1 + scenario.roi();
        assertThat(Math.log((1 + scenario.interval().p90()) / expected)).isCloseTo(1.2816 * 0.3, within(0.03));
        assertThat(Math.log((1 + scenario.interval().p10()) / expected)).isCloseTo(-1.2816 * 0.3, within(0.03));
        assertThat(1 + scenario.interval().p50()).isCloseTo(expected, within(0.03 * expected));
    }

    /** Errors of four segments alike with a correlation of 0.43: √((1 + 3 · 0.43) / 4) of that of one. */
    @Test
    void theErrorsOfRevenuesGoTogetherInPart() {
        List<Response> four = IntStream.rangeClosed(1, 4)
                .mapToObj(number -> doubted(
                        new Response(
                                Example.segment(Persona.AT_RISK, number, 100, 50_000),
                                new Assumption(50_000, "known"),
                                new Uplift(0.1, 0.1, 0.1, "known"),
                                new Assumption(2, "known")),
                        0.1))
                .toList();
        double together = width(scenario(four, 500, 500, 500, 500).interval());
        double alone = width(scenario(four.subList(0, 1), 500).interval());
        assertThat(together / alone).isCloseTo(Math.sqrt((1 + 3 * 0.43) / 4), within(0.05));
    }

    private static Response doubted(Response response, double doubt) {
        return new Response(
                response.segment(),
                new Assumption(response.expectedRevenue().value(), "known", doubt),
                response.uplift(),
                response.contactCost());
    }

    private static double width(RoiInterval interval) {
        return interval.p90() - interval.p10();
    }

    @Test
    void nothingSpentReturnsNothing() {
        RoiScenario scenario = scenario(List.of(VIP), 0);
        assertThat(scenario.roi()).isZero();
        assertThat(scenario.paybackDays()).isZero();
        assertThat(scenario.interval()).isEqualTo(new RoiInterval(0, 0, 0, 0, 2000));
    }

    @Test
    void withoutExpectedRevenueNoUpliftBreaksEven() {
        RoiScenario scenario = scenario(List.of(response(Persona.AT_RISK, 10, 0, 0.1, 1)), 50);
        assertThat(scenario.breakEvenUplift()).isInfinite();
        assertThat(scenario.roi()).isEqualTo(-1);
    }

    @Test
    void everySegmentNeedsAnAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoiScenario.of("x", plan(List.of(VIP), 1), assumptions(List.of(VIP, LOST)), SEED));
    }

    @Test
    void curvesRiseAndFlatten() {
        List<ReturnCurve> curves = ReturnCurve.of(assumptions(List.of(VIP, LOST)), 1000, 50);
        assertThat(curves).hasSize(2);
        for (ReturnCurve curve : curves) {
            List<ReturnCurve.Point> points = curve.points();
            assertThat(points).hasSize(51);
            assertThat(points.getFirst().addedMargin()).isZero();
            for (int i = 1; i < points.size(); i++) {
                double slope = (points.get(i).addedMargin() - points.get(i - 1).addedMargin())
                        / (points.get(i).spend() - points.get(i - 1).spend());
                assertThat(slope)
                        .isBetween(
                                points.get(i).marginalReturn(),
                                points.get(i - 1).marginalReturn());
            }
        }
    }

    @Test
    void whatToBeginWithNamesItsSources() {
        List<Segment> segments = Example.each(Persona.values());
        List<Assumption> revenue = segments.stream()
                .map(segment -> Assumptions.pastRevenue(segment, 364, 91))
                .toList();
        Assumptions assumptions = Assumptions.defaults(segments, revenue, DefaultPlaybook.load(), 91);
        assertThat(assumptions.margin().value()).isEqualTo(0.3);
        Response vip = assumptions.responses().getFirst();
        assertThat(vip.expectedRevenue())
                .isEqualTo(new Assumption(250, "Revenue of the last 364 days, pro rata. Not a forecast."));
        assertThat(vip.uplift().likely()).isCloseTo(0.095, within(1e-12));
        assertThat(vip.uplift().source()).contains("engagement of 95");
        assertThat(vip.saturation()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,0.1", "1,0.2", "0.125,0.05", "0.875,0.15"})
    void theTriangleHasItsPeakInTheMiddle(double probability, double uplift) {
        assertThat(new Uplift(0, 0.1, 0.2, "").quantile(probability)).isCloseTo(uplift, within(1e-12));
    }

    @Test
    void aSureUpliftHasOneValue() {
        assertThat(new Uplift(0.1, 0.1, 0.1, "").quantile(0.3)).isEqualTo(0.1);
    }

    @Test
    void impossibleAssumptionsAreRefused() {
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> new Uplift(0.2, 0.1, 0.3, ""));
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> new Uplift(0, 0.1, 1.3, ""));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new Assumptions(0, new Assumption(0.3, ""), List.of(VIP)));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> new Assumptions(91, new Assumption(0, ""), List.of(VIP)));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> response(Persona.AT_RISK, 10, -1, 0.1, 1));
    }

    static RoiScenario scenario(List<Response> responses, double... amounts) {
        return RoiScenario.of("x", plan(responses, amounts), assumptions(responses), SEED);
    }

    static Assumptions assumptions(List<Response> responses) {
        return new Assumptions(91, new Assumption(0.3, "known"), responses);
    }

    private static BudgetPlan plan(List<Response> responses, double... amounts) {
        double total = Arrays.stream(amounts).sum();
        List<Allocation> allocations = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            allocations.add(new Allocation(
                    responses.get(i).segment(), total == 0 ? 0 : amounts[i] / total, Money.of(amounts[i])));
        }
        return new BudgetPlan(Money.of(total), allocations, List.of());
    }

    @Test
    void whatAPersonCallsASegmentChangesNoFigure() {
        Response called =
                new Response(VIP.segment().titled("Gardeners"), VIP.expectedRevenue(), VIP.uplift(), VIP.contactCost());
        assertThat(scenario(List.of(called), 500).interval())
                .isEqualTo(scenario(List.of(VIP), 500).interval());
    }

    private static Response response(
            Persona persona, int customers, double revenue, double uplift, double contactCost) {
        return response(persona, customers, revenue, uplift, contactCost, uplift);
    }

    static Response response(
            Persona persona, int customers, double revenue, double uplift, double contactCost, double spread) {
        return new Response(
                Example.segment(persona, 1, customers, revenue),
                new Assumption(revenue, "known"),
                new Uplift(uplift - spread, uplift, uplift + spread, "guessed"),
                new Assumption(contactCost, "known"));
    }
}
