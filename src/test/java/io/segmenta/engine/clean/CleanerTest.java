package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CleanerTest {
    private static final String GOOD = "17850|536365|85123A|2010-12-01 08:26:00|6|2.55|HEART|UK";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UNREADABLE, 17850|536365|85123A|yesterday|6|2.55|HEART|UK",
        "UNREADABLE, 17850|536365|85123A||6|2.55|HEART|UK",
        "UNREADABLE, 17850|536365|85123A|2010-12-01|six|2.55|HEART|UK",
        "UNREADABLE, 17850|536365|85123A|2010-12-01|6|NaN|HEART|UK",
        "UNREADABLE, 17850|536365|85123A|2010-12-01|6|1e300|HEART|UK",
        "UNREADABLE, |536365|85123A|yesterday|6|2.55|HEART|UK",
        "DUPLICATE, 17850|536365|85123A|2010-12-01 08:26:00|6|2.55|HEART|UK",
        "MISSING_CUSTOMER, |536365|85123A|2010-12-01|6|2.55|HEART|UK",
        "MISSING_CUSTOMER, NULL|536365|85123A|2010-12-01|6|2.55|HEART|UK",
        "MISSING_CUSTOMER, |C536365|85123A|2010-12-01|-6|-2.55||UK",
        "MISSING_DESCRIPTION, 17850|536365|85123A|2010-12-01|6|2.55||UK",
        "MISSING_DESCRIPTION, 17850|C536365|85123A|2010-12-01|-6|2.55| |UK",
        "RETURN, 17850|536365|85123A|2010-12-01|-6|2.55|HEART|UK",
        "RETURN, 17850|C536365|85123A|2010-12-01|-6|2.55|HEART|UK",
        "ZERO_QUANTITY, 17850|C536365|85123A|2010-12-01|0|-2.55|HEART|UK",
        "ZERO_QUANTITY, 17850|536365|85123A|2010-12-01|0|2.55|HEART|UK",
        "ZERO_QUANTITY, 17850|536365|85123A|2010-12-01|0|-2.55|HEART|UK",
        "NEGATIVE_PRICE, 17850|536365|85123A|2010-12-01|6|-2.55|HEART|UK"
    })
    void aRowLeavesAtTheFirstRuleThatHitsIt(DropReason reason, String row) {
        try (Rows rows = new Rows(folder, GOOD, row)) {
            QualityReport report = rows.clean();
            assertThat(report.rowsKept()).isEqualTo(1);
            assertThat(report.dropped())
                    .allSatisfy((each, dropped) -> assertThat(dropped.rows()).isEqualTo(each == reason ? 1 : 0));
            assertThat(rows.ask("SELECT row_number FROM line", 1)).containsExactly("1");
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CURRENCY", "OUTSIDE_PERIOD", "FILTERED", "STATE", "OVERLAP", "NEGATIVE_PRICE"})
    void aRuleSwitchedOffDropsNothing(DropReason reason) {
        try (Rows rows = new Rows(
                folder,
                GOOD,
                GOOD,
                "17850|536366|85123A|yesterday|6|2.55|HEART|UK",
                "|536367|85123A|2010-12-01|6|2.55|HEART|UK",
                "17850|536368|85123A|2010-12-01|6|2.55||UK",
                "17850|536369|85123A|2010-12-01|-6|2.55|HEART|UK",
                "17850|536370|85123A|2010-12-01|0|2.55|HEART|UK",
                "17850|536371|85123A|2010-12-01|6|-2.55|HEART|UK")) {
            EnumSet<DropReason> others = EnumSet.complementOf(EnumSet.of(reason));
            QualityReport report = rows.clean(new CleaningRules(others, Returns.EXCLUDE));
            boolean always = reason == DropReason.UNREADABLE;
            assertThat(report.rowsKept()).isEqualTo(always ? 1 : 2);
            assertThat(report.dropped().get(reason))
                    .isNotNull()
                    .extracting("rows")
                    .isEqualTo(always ? 1L : 0L);
        }
    }

    /** What was kept without that rule is a return, where those are dropped. */
    @Test
    void aPriceBelowZeroIsAFaultWhereItIsAskedForElseAReturn() {
        try (Rows rows = new Rows(folder, GOOD, "17850|536371|85123A|2010-12-01|6|-2.55|HEART|UK")) {
            QualityReport.Dropped one = new QualityReport.Dropped(1, 15.3, 1);
            CleaningRules faults = CleaningRules.defaults();
            assertThat(rows.clean(faults).dropped()).containsEntry(DropReason.NEGATIVE_PRICE, one);
            CleaningRules returns = faults.with(DropReason.NEGATIVE_PRICE, false);
            assertThat(rows.clean(returns).dropped()).containsEntry(DropReason.RETURN, one);
            assertThat(rows.clean(returns.with(DropReason.RETURN, false)).rowsKept())
                    .isEqualTo(2);
        }
    }

    @Test
    void withoutAnOrderNumberWhatIsBoughtAtOneTimeIsOneOrder() {
        try (Rows rows = new Rows(
                folder,
                "1||A|2010-12-01 08:26|1|2|X|UK",
                "1||B|2010-12-01 08:26|1|3|X|UK",
                "1||A|2010-12-01 09:00|1|2|X|UK",
                "2||  |2010-12-01 08:26|1|2|X|UK")) {
            QualityReport report = rows.clean();
            assertThat(report.rowsKept()).isEqualTo(4);
            assertThat(report.orders()).isEqualTo(3);
            assertThat(report.revenue()).isEqualTo(9);
        }
    }

    @Test
    void anInvoiceWithCIsACreditNoteWhereSuchRowsCarryAMinusSign(@TempDir Path other) {
        try (Rows rows =
                new Rows(folder, GOOD, "1|CA-2016-1|A|2010-12-01|1|2|X|UK", "1|CA-2016-2|A|2010-12-02|-1|2|X|UK")) {
            assertThat(rows.clean().dropped().get(DropReason.RETURN)).isEqualTo(new QualityReport.Dropped(1, 2, 1));
            assertThat(rows.ask("SELECT row_number FROM line ORDER BY 1", 1)).containsExactly("1", "2");
        }
        String[] credits = new String[10];
        for (int i = 0; i < credits.length; i++) {
            credits[i] = "1|C" + i + "|A|2010-12-02|" + (i == 0 ? "1" : "-1") + "|2|X|UK";
        }
        try (Rows rows = new Rows(other, credits)) {
            assertThat(rows.assess(CleaningRules.defaults()).dropped().get(DropReason.RETURN))
                    .isEqualTo(new QualityReport.Dropped(10, 20, 1));
        }
    }

    @Test
    void onlyThePeriodCountsWithItsFirstAndItsLastDay() {
        try (Rows rows = new Rows(
                folder,
                "1|1|p|2010-11-30 23:59|1|10|d|UK",
                "2|2|p|2010-12-01|1|10|d|UK",
                "3|3|p|2010-12-31 23:59|1|10|d|UK",
                "4|4|p|2011-01-01|1|10|d|UK",
                "4|4|p|2011-01-01|1|10|d|UK",
                "5|5|p|yesterday|1|10|d|UK")) {
            LocalDate first = LocalDate.of(2010, 12, 1);
            LocalDate last = LocalDate.of(2010, 12, 31);
            QualityReport both = rows.clean(period(first, last));
            assertThat(both.rowsKept()).isEqualTo(2);
            assertThat(both.dropped()).containsEntry(DropReason.OUTSIDE_PERIOD, new QualityReport.Dropped(3, 30, 2));
            assertThat(both.dropped()).containsEntry(DropReason.UNREADABLE, new QualityReport.Dropped(1, 10, 1));
            assertThat(both.firstDay()).isEqualTo(first);
            assertThat(both.lastDay()).isEqualTo(last);
            assertThat(rows.assess(period(first, null)).rowsKept()).isEqualTo(3);
            assertThat(rows.assess(period(null, last)).rowsKept()).isEqualTo(3);
            assertThat(rows.assess(period(null, null))).isEqualTo(rows.assess(CleaningRules.defaults()));
        }
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        LocalDate day = LocalDate.of(2010, 12, 1);
        assertThat(period(day, day).has(DropReason.OUTSIDE_PERIOD)).isTrue();
        assertThatThrownBy(() -> period(day, day.minusDays(1)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("2010-11-30");
    }

    private static CleaningRules period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new CleaningRules(CleaningRules.defaults().active(), Returns.EXCLUDE, from, to);
    }

    @Test
    void aFreeLineIsKept() {
        try (Rows rows = new Rows(folder, "17850|536365|85123A|2010-12-01|6|0|HEART|UK")) {
            QualityReport report = rows.clean();
            assertThat(report.rowsKept()).isEqualTo(1);
            assertThat(report.revenue()).isZero();
            assertThat(report.orders()).isEqualTo(1);
        }
    }

    @Test
    void ofEqualRowsTheFirstIsKept() {
        String other = GOOD.replace("UK", "France");
        try (Rows rows = new Rows(folder, other, GOOD, GOOD, other, GOOD, GOOD + " ")) {
            rows.clean();
            assertThat(rows.ask("SELECT row_number FROM line ORDER BY 1", 1)).containsExactly("1", "2", "6");
        }
    }

    @Test
    void emptyCellsAreEqual() {
        String bare = "17850|536365|85123A|2010-12-01|6|2.55|HEART|";
        try (Rows rows = new Rows(folder, bare, bare, GOOD)) {
            assertThat(rows.clean().rowsKept()).isEqualTo(2);
        }
    }

    @Test
    void descriptionsCountOnlyWhereMapped() {
        Map<Field, String> headers =
                new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
        headers.remove(Field.DESCRIPTION);
        try (Rows rows = new Rows(folder, "17850|536365|85123A|2010-12-01|6|2.55||UK")) {
            QualityReport report = Cleaner.clean(
                    rows.store,
                    new ColumnMapping(headers, DateOrder.YEAR_FIRST),
                    CleaningRules.defaults(),
                    LocalDate.EPOCH,
                    Progress.SILENT);
            assertThat(report.rowsKept()).isEqualTo(1);
        }
    }

    @Test
    void moneyAndCustomersPerRule() {
        try (Rows rows = new Rows(
                folder,
                GOOD,
                "1|C1|A|2010-12-02|-2|5.50|X|UK",
                "1|C2|A|2010-12-02|-1|1|X|UK",
                "2|C3|A|2010-12-02|-1|10|X|UK",
                "|4|A|2010-12-02|3|2|X|UK")) {
            QualityReport report = rows.clean();
            assertThat(report.dropped().get(DropReason.RETURN)).isEqualTo(new QualityReport.Dropped(3, 22, 2));
            assertThat(report.dropped().get(DropReason.MISSING_CUSTOMER)).isEqualTo(new QualityReport.Dropped(1, 6, 0));
            assertThat(report.dropped().get(DropReason.UNREADABLE)).isEqualTo(new QualityReport.Dropped(0, 0, 0));
            assertThat(report.revenue()).isEqualTo(15.3);
            assertThat(report.firstDay()).isEqualTo(LocalDate.of(2010, 12, 1));
        }
    }

    @Test
    void guestsAreOneCustomerAnInvoiceWhereTheRuleIsOff() {
        try (Rows rows = new Rows(
                folder, "|1|A|2010-12-01|1|1|X|UK", "|1|B|2010-12-01|1|1|X|UK", "|2|A|2010-12-01|1|1|X|UK", GOOD)) {
            EnumSet<DropReason> rules = EnumSet.complementOf(EnumSet.of(DropReason.MISSING_CUSTOMER));
            QualityReport report = rows.clean(new CleaningRules(rules, Returns.EXCLUDE));
            assertThat(report.customers()).isEqualTo(3);
            assertThat(report.orders()).isEqualTo(3);
            assertThat(rows.ask("SELECT DISTINCT customer_id FROM line ORDER BY 1", 1))
                    .containsExactly("17850", "guest 1", "guest 2");
        }
    }

    @ParameterizedTest
    @CsvSource({"17850.0, 17850", "17850.00, 17850", "' 17850 ', 17850", "017850, 017850", "1.05, 1.05", "A.0, A.0"})
    void idsAreText(String cell, String id) {
        try (Rows rows = new Rows(folder, cell + "|" + cell + "|" + cell + "|2010-12-01|6|2.55|HEART|UK")) {
            rows.clean();
            assertThat(rows.ask("SELECT customer_id, invoice_id, product_id FROM line", 3))
                    .containsExactly(id + "|" + id + "|" + id);
        }
    }

    @Test
    void anotherRecipeReplacesTheLines() {
        try (Rows rows = new Rows(folder, GOOD, "1|C1|A|2010-12-02|-2|5.50|X|UK")) {
            EnumSet<DropReason> all = EnumSet.allOf(DropReason.class);
            EnumSet<DropReason> withReturns = EnumSet.complementOf(EnumSet.of(DropReason.RETURN));
            assertThat(rows.clean(new CleaningRules(withReturns, Returns.EXCLUDE))
                            .rowsKept())
                    .isEqualTo(2);
            assertThat(rows.clean(new CleaningRules(all, Returns.NET)).rowsKept())
                    .isEqualTo(1);
            assertThat(rows.ask("SELECT count(*) FROM line", 1)).containsExactly("1");
            assertThat(rows.ask("SELECT customer_id, CAST(netted AS DOUBLE) FROM refund", 2))
                    .containsExactly("1|11.0");
        }
    }

    @Test
    void assessingChangesNothing() {
        try (Rows rows = new Rows(folder, GOOD, "1|C1|A|2010-12-02|-2|5.50|X|UK")) {
            QualityReport before = rows.clean();
            rows.assess(new CleaningRules(EnumSet.of(DropReason.DUPLICATE), Returns.EXCLUDE));
            assertThat(rows.ask("SELECT count(*) FROM line", 1)).containsExactly("1");
            assertThat(rows.assess(CleaningRules.defaults())).isEqualTo(before);
        }
    }

    @Test
    void nothingLeftNamesTheReasonThatHitMostAndAWayOut() {
        try (Rows rows = new Rows(
                folder, "|1|A|2010-12-01|1|1|X|UK", "|2|A|2010-12-01|1|1|X|UK", "1|C1|A|2010-12-01|-1|1|X|UK")) {
            assertThatThrownBy(rows::clean)
                    .isInstanceOf(UserFacingException.class)
                    .hasMessage("None of the 3 rows can be used; 2 of them have no customer in the column \"customer\"."
                            + " Choose the column that tells customers apart."
                            + " Row 1, column customer: expected a customer, found nothing.");
            QualityReport report = rows.assess(CleaningRules.defaults());
            assertThat(report.rowsKept()).isZero();
            assertThat(report.firstDay()).isNull();
        }
    }

    @Test
    void aFileWithHeadersOnly() {
        try (Rows rows = new Rows(folder)) {
            assertThatThrownBy(rows::clean)
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("headers but no rows");
        }
    }

    @Test
    void returnsAreSubtractedFromEachCustomerNeverBelowZero() {
        try (Rows rows = new Rows(
                folder,
                "1|1|A|2010-12-01|10|10|X|UK",
                "1|C1|A|2010-12-02|-3|10|X|UK",
                "2|2|A|2010-12-01|1|10|X|UK",
                "2|C2|A|2010-12-02|-5|10|X|UK",
                "3|C3|A|2010-12-02|-5|10|X|UK")) {
            QualityReport excluded = rows.clean();
            assertThat(excluded.revenue()).isEqualTo(110);
            QualityReport net =
                    rows.clean(new CleaningRules(CleaningRules.defaults().active(), Returns.NET));
            assertThat(net.revenue()).isEqualTo(70);
            assertThat(net.customers()).isEqualTo(2);
            assertThat(net.orders()).isEqualTo(2);
            assertThat(net.dropped()).isEqualTo(excluded.dropped());
        }
    }
}
