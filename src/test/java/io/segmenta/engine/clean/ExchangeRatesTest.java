package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Amounts of several currencies are never one sum: one counts, and others at their rate. */
class ExchangeRatesTest {
    private static final BigDecimal DOLLAR = new BigDecimal("0.5");
    private static final ColumnMapping MAPPING = new ColumnMapping(
            Map.of(
                    Field.CUSTOMER_ID, "Customer",
                    Field.INVOICE_ID, "Order",
                    Field.TIMESTAMP, "Date",
                    Field.QUANTITY, "Qty",
                    Field.UNIT_PRICE, "Price",
                    Field.CURRENCY, "Currency"),
            DateOrder.YEAR_FIRST);

    @TempDir
    Path folder;

    private TransactionStore store;

    @BeforeEach
    void fill() {
        store = TransactionStore.open(folder.resolve("shop.duckdb"), StoreLimits.defaults());
        Rows.fill(
                store,
                List.of("Customer", "Order", "Date", "Qty", "Price", "Currency", "Order total"),
                Stream.of(
                                "ann|1|2024-01-05|2|10.00|EUR|20.00",
                                "ann|2|2024-02-05|1|10.00|USD|10.00",
                                "ben|3|2024-02-06|3|4.00|usd|12.00",
                                "ben|4|2024-02-07|1|1000|JPY|1000",
                                "cleo|5|never|1|9000|JPY|9000",
                                "cleo|6|2024-02-09|-1|7.00|USD|-7.00",
                                "cleo|7|2024-02-09|1|70.00|EUR|70.00")
                        .map(row -> row.split("\\|"))
                        .toList());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oneCurrencyCountsAndTheAmountsOfOthersAreNoSum() {
        QualityReport report = assess(CleaningRules.of(reading()).in("EUR", Map.of()));

        assertThat(report.revenue()).isEqualTo(90);
        QualityReport.Dropped others = dropped(report, DropReason.CURRENCY);
        assertThat(others.rows()).isEqualTo(5);
        assertThat(others.money()).isNaN();
        // whatever else leaves is of the one that counts
        assertThat(dropped(report, DropReason.UNREADABLE).rows()).isZero();
        assertThat(dropped(report, DropReason.RETURN).rows()).isZero();
    }

    @Test
    void othersCountAtTheirRateInWhateverCaseTheirCodeIsWritten() {
        QualityReport report = assess(CleaningRules.of(reading()).in("EUR", Map.of("usd", DOLLAR)));

        assertThat(report.revenue()).isEqualTo(20 + 5 + 6 + 70 - 3.5);
        assertThat(report.customers()).isEqualTo(3);
        assertThat(dropped(report, DropReason.CURRENCY).rows()).isEqualTo(2);
        assertThat(dropped(report, DropReason.RETURN).money()).isEqualTo(3.5);
    }

    @Test
    void totalsOfTheFileAreHeldAgainstWhatCountsInTheSameCurrency() {
        Reading reading = reading();
        CleaningRules rules = CleaningRules.of(reading).in("EUR", Map.of("USD", DOLLAR));

        Reconciliation held =
                Reconciler.reconcile(store, MAPPING, rules, reading, assess(rules), Rows.TODAY, Progress.SILENT);

        assertThat(held.totals()).singleElement().satisfies(total -> {
            assertThat(total.column()).isEqualTo("Order total");
            assertThat(total.agreeing()).isEqualTo(total.of()).isEqualTo(5);
            assertThat(total.stated()).isEqualTo(total.counted()).isEqualTo(97.5);
        });
    }

    @Test
    void twoCurrenciesWithoutARateAreRefusedWhereverTheyComeFrom() {
        CleaningRules rules = CleaningRules.of(reading());
        List<RowFilter> two = List.of(new RowFilter(Field.CURRENCY, RowFilter.Mode.ONLY, List.of("EUR", "USD")));

        assertThatThrownBy(() -> rules.with(two))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("USD");
        assertThatThrownBy(() -> rules.in("EUR", Map.of("USD", BigDecimal.ZERO)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("above 0");
        assertThat(rules.in("EUR", Map.of("USD", DOLLAR)).without(Field.CURRENCY))
                .isEqualTo(rules);
        assertThat(rules.in("EUR", Map.of("USD", DOLLAR)).in("USD", Map.of("USD", DOLLAR)))
                .isEqualTo(rules.in("USD", Map.of()));
    }

    @Test
    void rulesWithoutRatesAreTheTextThatTheyAlwaysWere() {
        CleaningRules without = CleaningRules.of(reading()).in("EUR", Map.of());
        CleaningRules with = without.in("EUR", Map.of("USD", DOLLAR));

        assertThat(Documents.write(without)).doesNotContain("rates");
        assertThat(Documents.read(Documents.write(without), CleaningRules.class))
                .isEqualTo(without);
        assertThat(Documents.read(Documents.write(with), CleaningRules.class)).isEqualTo(with);
        QualityReport report = assess(without);
        assertThat(Documents.read(Documents.write(report), QualityReport.class)).isEqualTo(report);
    }

    private Reading reading() {
        return FileReading.of(store, Rows.TODAY);
    }

    private QualityReport assess(CleaningRules rules) {
        return Cleaner.assess(store, MAPPING, rules, Rows.TODAY, Progress.SILENT);
    }

    private static QualityReport.Dropped dropped(QualityReport report, DropReason reason) {
        return Objects.requireNonNull(report.dropped().get(reason));
    }
}
