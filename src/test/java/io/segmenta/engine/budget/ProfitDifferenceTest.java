package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.segment.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitDifferenceTest {
    private static final Response ONE = RoiScenarioTest.response(Persona.VIP_CHAMPIONS, 100, 50_000, 0.10, 2, 0.10);
    private static final Response OTHER = RoiScenarioTest.response(Persona.AT_RISK, 100, 52_000, 0.10, 2, 0.10);

    @Test
    void aScenarioDoesNotDifferFromItself() {
        ProfitDifference none = difference(List.of(ONE, OTHER), new double[] {300, 200}, new double[] {300, 200});
        assertThat(none).isEqualTo(new ProfitDifference(0, 0, 0, 500));
        assertThat(none.worthMentioning()).isFalse();
    }

    @Test
    void itIsTheDifferenceInAddedMarginAtTheSameBudget() {
        RoiScenario good = RoiScenarioTest.scenario(List.of(ONE, RoiScenarioTest.LOST), 500, 0);
        RoiScenario bad = RoiScenarioTest.scenario(List.of(ONE, RoiScenarioTest.LOST), 0, 500);
        ProfitDifference difference =
                difference(List.of(ONE, RoiScenarioTest.LOST), new double[] {0, 500}, new double[] {500, 0});
        assertThat(difference.expected()).isCloseTo(good.addedMargin() - bad.addedMargin(), within(1e-9));
        assertThat(difference.low()).isPositive();
        assertThat(difference.worthMentioning()).isTrue();
        assertThat(difference(List.of(ONE, RoiScenarioTest.LOST), new double[] {500, 0}, new double[] {0, 500})
                        .worthMentioning())
                .isTrue();
    }

    @Test
    void whatIsSpentCountsAgainstIt() {
        ProfitDifference difference = difference(List.of(ONE), new double[] {0}, new double[] {500});
        assertThat(difference.expected()).isCloseTo(1376.87 - 500, within(0.01));
        assertThat(difference.budget()).isEqualTo(500);
    }

    /** Nobody knows which of two segments answers better, so 55 more from the one that is 4 % larger is noise. */
    @Test
    void aDifferenceWithinNoiseIsNone() {
        ProfitDifference difference = difference(List.of(ONE, OTHER), new double[] {500, 0}, new double[] {0, 500});
        assertThat(difference.expected()).isCloseTo(0.04 * 1376.87, within(0.01));
        assertThat(difference.expected()).isGreaterThan(0.01 * 500);
        assertThat(difference.low()).isNegative();
        assertThat(difference.worthMentioning()).isFalse();
    }

    /** The optimiser moved thousands for two dollars more: sure where the uplifts are, and still not worth it. */
    @Test
    void lessThanAPointOfReturnIsNone() {
        Response sure = RoiScenarioTest.response(Persona.VIP_CHAMPIONS, 5_000, 50_000, 0.10, 1, 0);
        Response surer = RoiScenarioTest.response(Persona.AT_RISK, 5_000, 50_100, 0.10, 1, 0);
        ProfitDifference difference =
                difference(List.of(sure, surer), new double[] {9_000, 1_000}, new double[] {8_995, 1_005});
        assertThat(difference.low()).isPositive();
        assertThat(difference.worthMentioning()).isFalse();
    }

    @Test
    void whatMovesBothAlikeDoesNotBlurIt() {
        ProfitDifference difference = difference(List.of(ONE), new double[] {400}, new double[] {500});
        RoiInterval alone = RoiScenarioTest.scenario(List.of(ONE), 500).interval();
        assertThat(difference.high() - difference.low()).isLessThan(0.1 * 500 * (alone.p90() - alone.p10()));
    }

    private static ProfitDifference difference(List<Response> responses, double[] base, double[] other) {
        return ProfitDifference.of(
                RoiScenarioTest.scenario(responses, base),
                RoiScenarioTest.scenario(responses, other),
                RoiScenarioTest.SEED);
    }
}
