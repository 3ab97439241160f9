package io.segmenta.engine.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final List<PurchaseDay> PURCHASES = List.of(bought(0, 10), bought(5, 20), bought(9, 40));

    @Test
    void theLatestPurchaseBeforeTheRefundPaysFirst() {
        assertThat(Refund.net(PURCHASES, List.of(refund(7, 5))))
                .containsExactly(bought(0, 10), bought(5, 15), bought(9, 40));
    }

    @Test
    void aPurchaseGivenBackEntirelyIsNone() {
        assertThat(Refund.net(PURCHASES, List.of(refund(9, 40)))).containsExactly(bought(0, 10), bought(5, 20));
    }

    @Test
    void whatOnePurchaseDoesNotCoverTheOneBeforeDoes() {
        assertThat(Refund.net(PURCHASES, List.of(refund(6, 25)))).containsExactly(bought(0, 5), bought(9, 40));
    }

    @Test
    void moneyOfPurchasesBeforeTheDataIsIgnored() {
        assertThat(Refund.net(PURCHASES, List.of(refund(-3, 25)))).isEqualTo(PURCHASES);
        assertThat(Refund.net(PURCHASES, List.of(refund(20, 1000)))).isEmpty();
    }

    @Test
    void aPurchaseThatIsKnownPaysAloneWhereItIsThere() {
        assertThat(Refund.net(PURCHASES, List.of(ofDay(9, 20, 5)))).containsExactly(bought(0, 10), bought(9, 40));
        assertThat(Refund.net(PURCHASES, List.of(ofDay(9, 25, 5)))).containsExactly(bought(0, 10), bought(9, 35));
        assertThat(Refund.net(PURCHASES, List.of(ofDay(9, 15, 4))))
                .as("no purchase on that day")
                .isEqualTo(Refund.net(PURCHASES, List.of(refund(9, 15))));
    }

    @Test
    void aRefundIsUnknownBeforeItsDay() {
        Purchases purchases = Purchases.of(PURCHASES, List.of(refund(12, 40)));
        assertThat(purchases.asOf(DAY.plusDays(9)).summaries().getFirst().repeats())
                .isEqualTo(2);
        assertThat(purchases.asOf(DAY.plusDays(12)).summaries().getFirst().repeats())
                .isEqualTo(1);
        assertThat(purchases.asOf(DAY.plusDays(5)).spendWithin(5)).containsExactly(40);
        assertThat(purchases.asOf(DAY.plusDays(5)).spendWithin(7)).containsExactly(0);
        assertThat(purchases.asOf(DAY.plusDays(5)).purchasesWithin(7)).containsExactly(0);
    }

    @Test
    void nothingIsNoRefund() {
        assertThatThrownBy(() -> refund(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> refund(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PurchaseDay bought(int day, double spend) {
        return PurchaseDay.of("c", DAY.plusDays(day), spend);
    }

    private static Refund ofDay(int day, double amount, int bought) {
        return new Refund("c", DAY.plusDays(day), amount, DAY.plusDays(bought));
    }

    private static Refund refund(int day, double amount) {
        return new Refund("c", DAY.plusDays(day), amount, null);
    }
}
