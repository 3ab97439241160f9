package io.segmenta.engine.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.CleaningRules.Returns;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    private static final String[] ROWS = {
        "1|1|22423|2011-01-01|1|10|REGENCY CAKESTAND|United Kingdom",
        "2|2|POST|2011-01-02|1|18|POSTAGE|France",
        "3|3|21915|2011-01-03|1|1.25|RED HARMONICA|France",
        "4|4|M|2011-01-04|1|5||",
        "|5|100%|2011-01-05|1|5|50%_OFF|France",
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "COUNTRY; ONLY; France; 2 3",
                "COUNTRY; ONLY; france,UNITED KINGDOM; 1 2 3",
                "COUNTRY; ONLY; *an*; 2 3",
                "COUNTRY; EXCEPT; France; 1 4",
                "COUNTRY; EXCEPT; *; 4",
                "COUNTRY; ONLY; Atlantis; ''",
                "PRODUCT_ID; ONLY; 22423; 1",
                "PRODUCT_ID; ONLY; postage; 2",
                "PRODUCT_ID; EXCEPT; post; 1 3 4",
                "PRODUCT_ID; ONLY; *R*; 1 3",
                "PRODUCT_ID; ONLY; 21915,*cake*; 1 3",
                "PRODUCT_ID; EXCEPT; m; 1 2 3",
                "PRODUCT_ID; ONLY; red harm; ''",
                "CUSTOMER_ID; ONLY; 1,3; 1 3",
                "CUSTOMER_ID; EXCEPT; 1; 2 3 4",
            })
    void rowsThatPass(Field field, Mode mode, String values, String expected) {
        try (Rows rows = new Rows(folder, ROWS)) {
            QualityReport report = rows.assess(rules(new RowFilter(field, mode, List.of(values.split(",")))));
            assertThat(report.rowsKept()).isEqualTo(expected.isEmpty() ? 0 : expected.split(" ").length);
            assertThat(kept(rows, new RowFilter(field, mode, List.of(values.split(",")))))
                    .isEqualTo(expected);
        }
    }

    @Test
    void signsOfPatternsAndQuotesAreText() {
        try (Rows rows = new Rows(folder, "1|1|50%|2011-01-01|1|1|A_B|O'Hara", "1|2|501|2011-01-01|1|1|AxB|OHara")) {
            assertThat(kept(rows, new RowFilter(Field.PRODUCT_ID, Mode.ONLY, List.of("5*%"))))
                    .isEqualTo("1");
            assertThat(kept(rows, new RowFilter(Field.PRODUCT_ID, Mode.ONLY, List.of("*a_b*"))))
                    .isEqualTo("1");
            assertThat(kept(rows, new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("o'hara"))))
                    .isEqualTo("1");
            assertThat(kept(rows, new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("*'*", "x\\"))))
                    .isEqualTo("1");
        }
    }

    @Test
    void severalFiltersAllHaveToBePassed() {
        try (Rows rows = new Rows(folder, ROWS)) {
            assertThat(kept(
                            rows,
                            new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("France")),
                            new RowFilter(Field.PRODUCT_ID, Mode.EXCEPT, List.of("POST"))))
                    .isEqualTo("3");
        }
    }

    @Test
    void whatWasFilteredOutHasAReasonOfItsOwnAndWords() {
        try (Rows rows = new Rows(folder, ROWS)) {
            CleaningRules rules = rules(new RowFilter(Field.COUNTRY, Mode.EXCEPT, List.of("France")));
            QualityReport report = rows.assess(rules);
            assertThat(report.dropped()).containsEntry(DropReason.FILTERED, new QualityReport.Dropped(3, 24.25, 2));
            assertThat(Rejects.sample(
                            rows.store, Rows.mapping(DateOrder.YEAR_FIRST), rules, 1, Rows.TODAY, Progress.SILENT))
                    .filteredOn(reject -> reject.reason() == DropReason.FILTERED)
                    .extracting(Reject::words)
                    .containsExactly("Row 2: not of the customers, products or countries that were chosen");
            assertThatThrownBy(() -> rows.clean(rules(new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("Atlantis")))))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("take the filter back");
        }
    }

    @Test
    void aColumnThatIsNotThereIsNamed() {
        Map<Field, String> headers =
                new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
        headers.remove(Field.COUNTRY);
        try (Rows rows = new Rows(folder, ROWS)) {
            assertThatThrownBy(() -> Cleaner.assess(
                            rows.store,
                            new ColumnMapping(headers, DateOrder.YEAR_FIRST),
                            rules(new RowFilter(Field.COUNTRY, Mode.ONLY, List.of("France"))),
                            Rows.TODAY,
                            Progress.SILENT))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("No column is chosen for the country");
        }
    }

    @Test
    void aFilterChecksItself() {
        assertThatThrownBy(() -> new RowFilter(Field.QUANTITY, Mode.ONLY, List.of("1")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("quantity");
        assertThatThrownBy(() -> new RowFilter(Field.COUNTRY, Mode.ONLY, List.of(" ")))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("not 0");
        List<String> many = Collections.nCopies(1001, "x");
        assertThat(new RowFilter(Field.COUNTRY, Mode.ONLY, many).values()).containsExactly("x");
    }

    private static CleaningRules rules(RowFilter... filters) {
        Set<DropReason> active = EnumSet.complementOf(EnumSet.of(DropReason.MISSING_DESCRIPTION));
        return new CleaningRules(active, Returns.EXCLUDE, null, null, List.of(filters));
    }

    /** The numbers of the rows that are kept. */
    private static String kept(Rows rows, RowFilter... filters) {
        try {
            rows.clean(rules(filters));
        } catch (UserFacingException nothingLeft) {
            return "";
        }
        return String.join(" ", rows.ask("SELECT row_number FROM line ORDER BY 1", 1));
    }
}
