package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.segmenta.engine.base.Figures;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Verdict.Sentence;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of sixty orders in two currencies, one of ten cancelled, one payment that went back, and one day that is none. */
class VerdictTest {
    private static final List<String> HEADERS =
            List.of("Order ID", "Email", "Created at", "Total", "Fee", "Status", "Currency");
    private static final Currency EURO = Currency.getInstance("EUR");

    @TempDir
    Path folder;

    private TransactionStore store;

    @BeforeEach
    void shop() {
        store = TransactionStore.open(folder.resolve("shop.duckdb"), StoreLimits.defaults());
        List<String[]> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            orders.add(new String[] {
                "O" + (1000 + i),
                "buyer" + i % 20 + "@example.com",
                i == 59 ? "yesterday" : "2024-%02d-%02d 10:00".formatted(1 + i / 28, 1 + i % 28),
                i == 58 ? "-5.00" : (10 + i) + ".50",
                (1 + i) + ".10",
                i % 10 == 3 ? "cancelled" : "completed",
                i % 6 == 0 ? "USD" : "EUR"
            });
        }
        Rows.fill(store, HEADERS, orders);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everySentenceLeadsToWhatDecidesIt() {
        CleaningRules rules = rules().with(List.of(
                        new RowFilter(Field.CURRENCY, RowFilter.Mode.ONLY, List.of("EUR")),
                        new RowFilter(Field.CUSTOMER_ID, RowFilter.Mode.EXCEPT, List.of("buyer1@example.com"))))
                .during(LocalDate.of(2024, 1, 3), null);
        List<Sentence> said = verdict(mapping(Map.of()), rules, EURO).sentences();

        assertThat(said).extracting(Sentence::words).doesNotHaveDuplicates();
        assertThat(said).allMatch(sentence -> (sentence.column() == null) != (sentence.reason() == null));
        assertThat(sentence(said, "orders by").column()).isEqualTo(Field.CUSTOMER_ID);
        assertThat(sentence(said, "\"Order ID\"").column()).isEqualTo(Field.INVOICE_ID);
        assertThat(sentence(said, "The amount is \"Total\"").column()).isEqualTo(Field.LINE_TOTAL);
        assertThat(sentence(said, "only those in EUR count").column()).isEqualTo(Field.CURRENCY);
        assertThat(sentence(said, "cancelled").reason()).isEqualTo(DropReason.STATE);
        assertThat(sentence(said, "rows: in another currency than EUR").column())
                .isEqualTo(Field.CURRENCY);
        assertThat(sentence(said, "): customers buyer1@example.com").reason()).isEqualTo(DropReason.FILTERED);
        assertThat(sentence(said, "outside the chosen period").reason()).isEqualTo(DropReason.OUTSIDE_PERIOD);
        assertThat(sentence(said, "no readable date or amount").reason()).isEqualTo(DropReason.UNREADABLE);
        assertThat(sentence(said, "subtracted").reason()).isEqualTo(DropReason.RETURN);
    }

    @Test
    void ratesAreSaid() {
        assertThat(verdict(mapping(Map.of()), rules().in("EUR", Map.of("usd", new BigDecimal("0.92"))), EURO)
                        .words())
                .anyMatch(words -> words.endsWith(": 1 USD counts as 0.92 EUR."))
                .noneMatch(words -> words.contains("another currency"));
    }

    @Test
    void moneyCarriesItsCurrencyWhereItIsKnown() {
        ColumnMapping mapping = mapping(Map.of());
        assertThat(verdict(mapping, rules(), EURO).words().getFirst()).contains("€");
        assertThat(verdict(mapping, rules(), Currency.getInstance("JPY"))
                        .words()
                        .getFirst())
                .matches(".*¥[0-9,]+ in all\\..*");
        assertThat(verdict(mapping, rules(), null).words().getFirst())
                .matches("52 orders by 18 customers .*: [0-9,]+\\.[0-9]{2} in all\\.");
    }

    @Test
    void countsAndMoneyAreWrittenAsTheReaderIsUsedTo() {
        Currency dollar = Currency.getInstance("USD");
        QualityReport report = Cleaner.assess(store, mapping(Map.of()), rules(), Rows.TODAY, Progress.SILENT);

        for (Locale locale : List.of(Locale.UK, Locale.GERMANY, Locale.JAPAN)) {
            Figures figures = new Figures(locale, dollar);
            assertThat(Verdict.of(reading(), mapping(Map.of()), rules(), report, Reconciliation.NOTHING, figures)
                            .words())
                    .anyMatch(words -> words.contains(": " + figures.money(report.revenue()) + " in all."))
                    .anyMatch(words -> words.contains("("
                            + figures.money(dropped(report, DropReason.STATE).money()) + "): not a completed sale"));
        }
    }

    @Test
    void oneOrderIsOne() {
        QualityReport report = Cleaner.assess(
                store,
                mapping(Map.of()),
                rules().during(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 2)),
                Rows.TODAY,
                Progress.SILENT);

        assertThat(Verdict.of(
                                reading(),
                                mapping(Map.of()),
                                rules(),
                                report,
                                Reconciliation.NOTHING,
                                Figures.english(EURO))
                        .words()
                        .getFirst())
                .isEqualTo("1 order by 1 customer on 2 January 2024: €11.50 in all.");
    }

    @Test
    void aCurrencyThatTheFileDoesNotTellIsSaidToBeAGuess() {
        store.execute("UPDATE header SET name = 'Shop' WHERE name = 'Currency'");
        Map<Field, String> headers = new EnumMap<>(mapping(Map.of()).headers());
        headers.remove(Field.CURRENCY);
        store.execute("UPDATE source SET c6 = 'Main street'");
        ColumnMapping mapping = new ColumnMapping(headers, DateOrder.YEAR_FIRST);

        assertThat(sentence(verdict(mapping, rules(), EURO).sentences(), "No column names the currency"))
                .isEqualTo(new Sentence("No column names the currency: amounts are shown in EUR.", Field.CURRENCY));
        assertThat(verdict(mapping, rules(), null).words()).noneMatch(words -> words.contains("names the currency"));
    }

    @Test
    void theCurrencyIsKnownWhereOneIsChosenOrTheFileHasOne() {
        Reading two = reading();
        CleaningRules euro = rules().with(List.of(new RowFilter(Field.CURRENCY, RowFilter.Mode.ONLY, List.of("eur"))));

        assertThat(Verdict.currency(two, rules())).isEmpty();
        assertThat(Verdict.currency(two, euro)).contains(EURO);
        store.execute("UPDATE source SET c6 = 'EUR'");
        assertThat(Verdict.currency(reading(), rules())).contains(EURO);
    }

    @Test
    void whatTheFileSaysOfAColumnIsNotSaidOfAnother() {
        List<String> said =
                verdict(mapping(Map.of(Field.LINE_TOTAL, "Fee")), rules(), EURO).words();

        assertThat(said).contains("The amount is \"Fee\", as it stands in each row.");
        assertThat(said).noneMatch(words -> words.contains("\"Total\""));
    }

    @Test
    void eachKindOfMoneyIsSaid() {
        assertThat(money(Field.ORDER_TOTAL, Map.of(Field.ORDER_TOTAL, "Fee")))
                .isEqualTo("The amount is \"Fee\", once per order.");
        assertThat(money(Field.UNIT_PRICE, Map.of(Field.UNIT_PRICE, "Fee", Field.QUANTITY, "Total")))
                .isEqualTo("The amount is \"Total\" × \"Fee\".");
        assertThat(money(Field.UNIT_PRICE, Map.of(Field.UNIT_PRICE, "Fee")))
                .isEqualTo("The amount is \"Fee\": no column says how many were sold.");
    }

    private String money(Field kind, Map<Field, String> columns) {
        Map<Field, String> headers = new EnumMap<>(mapping(Map.of()).headers());
        headers.remove(Field.LINE_TOTAL);
        headers.putAll(columns);
        return verdict(new ColumnMapping(headers, DateOrder.YEAR_FIRST), rules(), EURO).sentences().stream()
                .filter(sentence -> sentence.column() == kind)
                .findFirst()
                .orElseThrow()
                .words();
    }

    @Test
    void withoutOrderNumbersItIsSaidWhatAnOrderIs() {
        Map<Field, String> headers = new EnumMap<>(mapping(Map.of()).headers());
        headers.remove(Field.INVOICE_ID);
        List<Sentence> said = verdict(new ColumnMapping(headers, DateOrder.YEAR_FIRST), rules(), EURO)
                .sentences();

        assertThat(sentence(said, "what a customer bought at one time is one order")
                        .column())
                .isEqualTo(Field.INVOICE_ID);
    }

    @Test
    void whereNothingCountsItIsSaidWhy() {
        List<Sentence> said = verdict(mapping(Map.of()), rules().during(LocalDate.of(2031, 1, 1), null), EURO)
                .sentences();

        assertThat(said.getFirst().words()).isEqualTo("None of the 60 rows counts.");
        assertThat(sentence(said, "outside the chosen period").words()).contains("59 of 60 rows");
    }

    @Test
    void theStatesAddUpToWhatIsLeftOut() {
        ColumnMapping mapping = mapping(Map.of());
        CleaningRules rules = rules().during(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 2, 20));
        List<StateCount> states = StateCounts.of(store, mapping, rules, Rows.TODAY, Progress.SILENT);
        QualityReport report = Cleaner.assess(store, mapping, rules, Rows.TODAY, Progress.SILENT);

        assertThat(states).extracting(StateCount::state).containsExactly("completed", "cancelled");
        StateCount cancelled = states.getLast();
        QualityReport.Dropped leftOut = dropped(report, DropReason.STATE);
        assertThat(cancelled.rows()).isEqualTo(leftOut.rows()).isEqualTo(4);
        assertThat(cancelled.money()).isEqualTo(leftOut.money()).isEqualTo(154);
        assertThat(cancelled.orders()).isEqualTo(4);
        assertThat(states.getFirst().rows() + cancelled.rows())
                .isEqualTo(60
                        - dropped(report, DropReason.OUTSIDE_PERIOD).rows()
                        - dropped(report, DropReason.UNREADABLE).rows());
    }

    private static QualityReport.Dropped dropped(QualityReport report, DropReason reason) {
        return Objects.requireNonNull(report.dropped().get(reason));
    }

    @Test
    void aStateInAnyCaseIsOneAndNoStateIsSaidToo() {
        store.execute("UPDATE source SET c5 = 'CANCELLED' WHERE c0 = 'O1003'");
        store.execute("UPDATE source SET c5 = ' ' WHERE c0 = 'O1000'");

        assertThat(StateCounts.of(store, mapping(Map.of()), rules(), Rows.TODAY, Progress.SILENT))
                .extracting(StateCount::state, StateCount::rows)
                .containsExactly(tuple("completed", 52L), tuple("CANCELLED", 6L), tuple("", 1L));
    }

    private static Sentence sentence(List<Sentence> said, String part) {
        return said.stream()
                .filter(sentence -> sentence.words().contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " is not in " + said));
    }

    private Verdict verdict(ColumnMapping mapping, CleaningRules rules, @Nullable Currency currency) {
        QualityReport report = Cleaner.assess(store, mapping, rules, Rows.TODAY, Progress.SILENT);
        return Verdict.of(reading(), mapping, rules, report, Reconciliation.NOTHING, Figures.english(currency));
    }

    private Reading reading() {
        return FileReading.of(store, LocalDate.of(2025, 1, 1));
    }

    private CleaningRules rules() {
        return CleaningRules.of(reading());
    }

    private static ColumnMapping mapping(Map<Field, String> changed) {
        Map<Field, String> headers = new EnumMap<>(Map.of(
                Field.INVOICE_ID, "Order ID",
                Field.CUSTOMER_ID, "Email",
                Field.TIMESTAMP, "Created at",
                Field.LINE_TOTAL, "Total",
                Field.STATUS, "Status",
                Field.CURRENCY, "Currency"));
        headers.putAll(changed);
        return new ColumnMapping(headers, DateOrder.YEAR_FIRST);
    }
}
