package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedColumnsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "YEAR_FIRST; 2010-12-01 08:26:00; 2010-12-01 08:26:00",
                "YEAR_FIRST; 2010-12-01T08:26:00; 2010-12-01 08:26:00",
                "YEAR_FIRST; 2010-12-01 8:26; 2010-12-01 08:26:00",
                "YEAR_FIRST; 2010-12-01; 2010-12-01 00:00:00",
                "YEAR_FIRST; 2010/12/1 8:26; 2010-12-01 08:26:00",
                "YEAR_FIRST; 2010.12.01; 2010-12-01 00:00:00",
                "YEAR_FIRST; 2010-12-01T23:26:00.123Z; 2010-12-01 23:26:00",
                "YEAR_FIRST; 2010-12-01 23:26:00 -0500; 2010-12-01 23:26:00",
                "YEAR_FIRST; 2010-12-01T23:26:00+05:30; 2010-12-01 23:26:00",
                "YEAR_FIRST; 2010-12-01T23:26Z; 2010-12-01 23:26:00",
                "YEAR_FIRST; 2010-12-01 23:26:00 UTC; 2010-12-01 23:26:00",
                "YEAR_FIRST; 20101201; 2010-12-01 00:00:00",
                "YEAR_FIRST; 40513.351388888892; 2010-12-01 08:26:00",
                "YEAR_FIRST; 40513; 2010-12-01 00:00:00",
                "YEAR_FIRST; 1291191960; 2010-12-01 08:26:00",
                "YEAR_FIRST; 1291191960000; 2010-12-01 08:26:00",
                "YEAR_FIRST; 12/1/2010; null",
                "YEAR_FIRST; 2010-13-01; null",
                "YEAR_FIRST; 2010-02-30; null",
                "YEAR_FIRST; 0001-01-01; null",
                "YEAR_FIRST; 9999-12-31; null",
                "YEAR_FIRST; infinity; null",
                "YEAR_FIRST; 99999999999999999999; null",
                "YEAR_FIRST; 85123A; null",
                "YEAR_FIRST; DEC 5; null",
                "MONTH_FIRST; 12/1/2010 8:26; 2010-12-01 08:26:00",
                "MONTH_FIRST; 12/1/2010 8:26:05; 2010-12-01 08:26:05",
                "MONTH_FIRST; 12/01/2010; 2010-12-01 00:00:00",
                "MONTH_FIRST; 12/1/10 8:26; 2010-12-01 08:26:00",
                "MONTH_FIRST; 12/1/97; 1997-12-01 00:00:00",
                "MONTH_FIRST; 12/1/99 8:26; 1999-12-01 08:26:00",
                "MONTH_FIRST; 12/1/27; 2027-12-01 00:00:00",
                "MONTH_FIRST; 12/1/28; 1928-12-01 00:00:00",
                "MONTH_FIRST; 12/1/28 8:26 PM; 1928-12-01 20:26:00",
                "DAY_FIRST; 1-Dec-99; 1999-12-01 00:00:00",
                "DAY_FIRST; 1-Dec-27 8:26; 2027-12-01 08:26:00",
                "DAY_FIRST; 1-Dec-28; 1928-12-01 00:00:00",
                "MONTH_FIRST; 12/1/2028; 2028-12-01 00:00:00",
                "MONTH_FIRST; 12/1/2010 8:26 PM; 2010-12-01 20:26:00",
                "MONTH_FIRST; 12/1/2010 12:26:01 am; 2010-12-01 00:26:01",
                "MONTH_FIRST; 2010-12-01 08:26:00; 2010-12-01 08:26:00",
                "MONTH_FIRST; 13/1/2010; null",
                "DAY_FIRST; 1/12/2010 8:26; 2010-12-01 08:26:00",
                "DAY_FIRST; 01.12.2010, 08:26; 2010-12-01 08:26:00",
                "DAY_FIRST; 01-12-10; 2010-12-01 00:00:00",
                "DAY_FIRST; 13/1/2010; 2010-01-13 00:00:00",
                "DAY_FIRST; 1-Dec-2010; 2010-12-01 00:00:00",
                "DAY_FIRST; 1 December 2010 08:26; 2010-12-01 08:26:00",
                "MONTH_FIRST; Dec 1, 2010; 2010-12-01 00:00:00",
                "MONTH_FIRST; Dec 1, 2010 8:26 AM; 2010-12-01 08:26:00",
            })
    void instants(DateOrder order, String cell, String expected) {
        assertThat(typed(order, "instant", "1|1|1|" + cell + "|1|1|X|UK")).containsExactly(expected);
    }

    @Test
    void shortYearsFollowThoseWrittenInFullWhereTheyAreMost() {
        assertThat(typed(
                        DateOrder.DAY_FIRST,
                        "instant",
                        "1|1|1|30/11/1998|1|1|X|UK",
                        "1|2|1|1/12/1998|1|1|X|UK",
                        "1|3|1|2/1/99|1|1|X|UK",
                        "1|4|1|2/1/1997|1|1|X|UK",
                        "1|5|1|2/1/20|1|1|X|UK"))
                .containsExactly(
                        "1998-11-30 00:00:00",
                        "1998-12-01 00:00:00",
                        "1999-01-02 00:00:00",
                        "1997-01-02 00:00:00",
                        // 1920 is no day of a shop
                        "null");
    }

    @Test
    void aSingleYearInFullSaysNothingOfTheShortOnes() {
        assertThat(typed(
                        DateOrder.DAY_FIRST,
                        "instant",
                        "1|1|1|30/11/1998|1|1|X|UK",
                        "1|2|1|2/1/20|1|1|X|UK",
                        "1|3|1|3/1/20|1|1|X|UK"))
                .containsExactly("1998-11-30 00:00:00", "2020-01-02 00:00:00", "2020-01-03 00:00:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2.55; 2.55",
                "+2.55; 2.55",
                "' 2.55 '; 2.55",
                "1,234.50; 1234.5",
                "1,234,567; 1234567.0",
                "1,234; 1234.0",
                "$45.00; 45.0",
                "€ 45.00; 45.0",
                "45.00 EUR; 45.0",
                "USD 45.00; 45.0",
                "-$45.00; -45.0",
                "(45.00); -45.0",
                "45.00-; -45.0",
                "−45.00; -45.0",
                "1'234.50; 1234.5",
                "1 234.50; 1234.5",
                "1e3; 1000.0",
                "12 pcs; null",
                "1.2.3; null",
                "inf; null",
                "nan; null",
                "--5; null",
                "abc; null",
            })
    void numbersWithAPoint(String cell, String expected) {
        assertThat(typed(DateOrder.YEAR_FIRST, "unit_price", "1|1|1|2010-12-01|1|" + cell + "|X|UK"))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2,55; 2.55",
                "1.234,50; 1234.5",
                "1.234.567; 1234567.0",
                "1.234; 1234.0",
                "1 234,50 €; 1234.5",
                "2.5; 2.5",
                "7; 7.0",
                "-0,5; -0.5",
                "1,2,3; null",
            })
    void numbersWithAComma(String cell, String expected) {
        assertThat(typed(
                        DateOrder.YEAR_FIRST,
                        "unit_price",
                        "1|1|1|2010-12-01|1|" + cell + "|X|UK",
                        "1|1|1|2010-12-01|1|0,99|X|UK",
                        "1|1|1|2010-12-01|1|19,95|X|UK"))
                .startsWith(expected);
    }

    @Test
    void quantityAndPriceAreWrittenInOneWay() {
        String[] rows = {"1|1|1|2010-12-01|1,500|2,55|X|UK"};
        assertThat(typed(DateOrder.YEAR_FIRST, "quantity", rows)).containsExactly("1.5");
    }

    private List<String> typed(DateOrder order, String column, String... cells) {
        try (Rows rows = new Rows(folder, cells)) {
            Judgement judgement =
                    Judgement.of(rows.store, Rows.mapping(order), CleaningRules.defaults(), TODAY, Progress.SILENT);
            return rows.ask(
                    "SELECT "
                            + (column.equals("instant")
                                    ? "strftime(instant, '%Y-%m-%d %H:%M:%S')"
                                    : "CAST(" + column + " AS VARCHAR)")
                            + " FROM (" + judgement.sql() + ") ORDER BY row_number",
                    1);
        }
    }
}
