package io.segmenta.engine.forecast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.forecast.Golden;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurchaseSummaryTest {
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    @Test
    void invoicesOfOneDayAreOnePurchase() {
        PurchaseSummary summary = Purchases.of(List.of(
                        PurchaseDay.of("a", MONDAY.plusDays(14), 30),
                        PurchaseDay.of("a", MONDAY, 10),
                        PurchaseDay.of("a", MONDAY.plusDays(14), 5),
                        PurchaseDay.of("b", MONDAY.plusDays(21), 1)))
                .asOf(MONDAY.plusDays(21))
                .summaries()
                .getFirst();
        assertThat(summary).isEqualTo(new PurchaseSummary("a", 1, 2, 3, Math.log(2), 35, 22.5));
    }

    @Test
    void theFutureIsAnOutcomeOnly() {
        Purchases purchases = Purchases.of(List.of(
                PurchaseDay.of("a", MONDAY, 10),
                PurchaseDay.of("a", MONDAY.plusDays(1), 20),
                PurchaseDay.of("a", MONDAY.plusDays(8), 40),
                PurchaseDay.of("late", MONDAY.plusDays(1), 1)));
        Population population = purchases.asOf(MONDAY);
        assertThat(population.size()).isEqualTo(1);
        assertThat(population.summaries()).containsExactly(new PurchaseSummary("a", 0, 0, 0, 0, 0, 10));
        assertThat(population.purchasesWithin(7)).containsExactly(1);
        assertThat(population.spendWithin(8)).containsExactly(60);
    }

    @Test
    void gapsAreSummedByTheirLogarithms() {
        PurchaseSummary summary = Purchases.of(List.of(
                        PurchaseDay.of("a", MONDAY, 10),
                        PurchaseDay.of("a", MONDAY.plusDays(7), 10),
                        PurchaseDay.of("a", MONDAY.plusDays(28), 10),
                        PurchaseDay.of("a", MONDAY.plusDays(29), 10)))
                .asOf(MONDAY.plusDays(40))
                .summaries()
                .getFirst();
        assertThat(summary.logGaps()).isCloseTo(Math.log(3.0 / 7), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, 0, 0, 1",
        "1, -1, 1, 0, 0, 1",
        "1, 2, 1, 0, 0, 1",
        "0, 1, 2, 0, 0, 1",
        "1, 0, 2, 0, 0, 1",
        "0, 0, -1, 0, 0, 1",
        "1, NaN, 2, 0, 0, 1",
        "1, 1, NaN, 0, 0, 1",
        "1, 1, Infinity, 0, 0, 1",
        "0, 0, 1, -1, 0, 1",
        "2, 2, 3, 0.1, 0, 1",
        "2, 2, 3, NaN, 0, 1",
        "2, 2, 3, -Infinity, 0, 1",
        "1, 1, 2, 0, NaN, 1",
        "1, 1, 2, 0, 1, Infinity",
    })
    void impossibleHistoriesAreRejected(
            int x, double last, double age, double logGaps, double repeatSpend, double meanSpend) {
        assertThatThrownBy(() -> new PurchaseSummary("c", x, last, age, logGaps, repeatSpend, meanSpend))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ustomer c");
    }

    @Test
    void cdnowGivesThePublishedSummaries() {
        Golden.assertEqual(Golden.cdnow().asOf(Golden.CDNOW_END).summaries(), "cdnow_sample_summary.csv", 2357);
    }
}
