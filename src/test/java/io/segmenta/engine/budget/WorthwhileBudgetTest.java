package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.segment.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorthwhileBudgetTest {
    private static final Response SMALL = RoiScenarioTest.response(Persona.AT_RISK, 1_000, 40_000, 0.10, 0.5, 0);

    @Test
    void byHand() {
        // 200 × ln(30 % × 50,000 × 10 % ÷ 200)
        assertThat(worthwhile(RoiScenarioTest.VIP)).isEqualTo(Money.of(402));
    }

    @Test
    void theLastUnitOfItEarnsItselfBackInEverySegmentThatGetsMoney() {
        Assumptions assumptions =
                RoiScenarioTest.assumptions(List.of(RoiScenarioTest.VIP, RoiScenarioTest.LOST, SMALL));
        Money budget = WorthwhileBudget.of(assumptions);
        double[] spends = OptimisedSplit.split(budget, assumptions).spends();
        assertThat(RoiScenarioTest.VIP.marginalReturn(0.3, spends[0])).isCloseTo(1, within(0.005));
        assertThat(spends[1]).isZero();
        assertThat(SMALL.marginalReturn(0.3, spends[2])).isCloseTo(1, within(0.005));
        double[] more =
                OptimisedSplit.split(budget.plus(Money.of(1)), assumptions).spends();
        assertThat(RoiScenarioTest.VIP.marginalReturn(0.3, more[0])).isLessThanOrEqualTo(1);
    }

    @Test
    void whereNoFirstUnitEarnsItselfBackNothingIsWorthSpending() {
        assertThat(worthwhile(RoiScenarioTest.LOST)).isEqualTo(Money.ZERO);
        assertThat(worthwhile(RoiScenarioTest.response(Persona.AT_RISK, 10, 0, 0.1, 1, 0)))
                .isEqualTo(Money.ZERO);
        assertThat(worthwhile(RoiScenarioTest.response(Persona.AT_RISK, 10, 5_000, 0, 1, 0)))
                .isEqualTo(Money.ZERO);
    }

    private static Money worthwhile(Response response) {
        return WorthwhileBudget.of(RoiScenarioTest.assumptions(List.of(response)));
    }
}
