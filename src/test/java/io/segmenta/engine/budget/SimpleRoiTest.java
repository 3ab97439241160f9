package io.segmenta.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.UserFacingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleRoiTest {
    @Test
    void byHand() {
        SimpleRoi roi = SimpleRoi.of(10_000, 600, 500, 0.05);
        assertThat(roi.addedRevenue()).isCloseTo(15_000, within(1e-9));
        assertThat(roi.roi()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void moneyCanBeLost() {
        assertThat(SimpleRoi.of(1000, 10, 50, 0.10).roi()).isCloseTo(-0.95, within(1e-12));
    }

    @Test
    void revenueWithoutABudgetIsAnInfiniteReturn() {
        assertThat(SimpleRoi.of(0, 10, 50, 0.10).roi()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(SimpleRoi.of(0, 0, 50, 0.10).roi()).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.009, 0.51, -0.1, Double.NaN})
    void anIncreaseOutsideOfOneToFiftyPercentIsRefused(double increase) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SimpleRoi.of(100, 10, 50, increase))
                .withMessageContaining("between 1 and 50 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aBudgetThatIsNoAmountIsRefused(double budget) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> SimpleRoi.of(budget, 10, 50, 0.1))
                .withMessageContaining("must be 0 or more");
    }

    @Test
    void customersCannotBeFewerThanNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> SimpleRoi.of(100, -1, 50, 0.1));
    }
}
