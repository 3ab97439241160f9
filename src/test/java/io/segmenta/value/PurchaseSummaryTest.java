package io.segmenta.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.clean.CleaningRules;
import io.segmenta.transactions.TransactionStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        assertThat(summary).isEqualTo(new PurchaseSummary("a", 1, 2, 3, 35, 22.5));
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
        assertThat(population.summaries()).containsExactly(new PurchaseSummary("a", 0, 0, 0, 0, 10));
        assertThat(population.purchasesWithin(7)).containsExactly(1);
        assertThat(population.spendWithin(8)).containsExactly(60);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 1, 0, 1",
        "1, -1, 1, 0, 1",
        "1, 2, 1, 0, 1",
        "0, 1, 2, 0, 1",
        "1, 0, 2, 0, 1",
        "0, 0, -1, 0, 1",
        "1, NaN, 2, 0, 1",
        "1, 1, NaN, 0, 1",
        "1, 1, Infinity, 0, 1",
        "1, 1, 2, NaN, 1",
        "1, 1, 2, 1, Infinity",
    })
    void impossibleHistoriesAreRejected(int x, double last, double age, double repeatSpend, double meanSpend) {
        assertThatThrownBy(() -> new PurchaseSummary("c", x, last, age, repeatSpend, meanSpend))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ustomer c");
    }

    @Test
    void cdnowGivesThePublishedSummaries() {
        compare(Golden.cdnow().asOf(Golden.CDNOW_END).summaries(), "cdnow_sample_summary.csv", 2357);
    }

    @Test
    void onlineRetailGivesTheReferenceSummaries(@TempDir Path folder) {
        try (TransactionStore store = Golden.onlineRetail(folder, CleaningRules.Returns.EXCLUDE)) {
            Purchases purchases = Purchases.read(store);
            compare(purchases.asOf(purchases.lastDay()).summaries(), "online_retail_summary.csv", 4338);
        }
    }

    private static void compare(List<PurchaseSummary> actual, String golden, int customers) {
        Map<String, PurchaseSummary> byId =
                actual.stream().collect(Collectors.toMap(PurchaseSummary::customerId, s -> s));
        List<Map<String, String>> rows = Golden.csv(golden);
        assertThat(byId).hasSize(customers);
        assertThat(rows).hasSize(customers);
        for (Map<String, String> row : rows) {
            PurchaseSummary expected = Golden.summary(row);
            PurchaseSummary summary = Objects.requireNonNull(byId.get(expected.customerId()));
            assertThat(summary.repeats()).isEqualTo(expected.repeats());
            // The reference is written with twelve digits.
            assertClose(summary.lastWeeks(), expected.lastWeeks());
            assertClose(summary.ageWeeks(), expected.ageWeeks());
            assertClose(summary.repeatSpend(), expected.repeatSpend());
            assertClose(summary.meanSpend(), expected.meanSpend());
        }
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
}
