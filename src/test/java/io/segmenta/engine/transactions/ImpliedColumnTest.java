package io.segmenta.engine.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpliedColumnTest {
    private static final String ORDER = ImpliedColumn.order("customer", "date").name();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "7, 19970101, 7 19970101",
        "7, 2011-01-03, 7 2011-01-03",
        "7, 2011-01-03 08:26:00, 7 2011-01-03",
        "7, 2011-01-03T08:26:00Z, 7 2011-01-03",
        "7, 3.1.2011 8:26, 7 3.1.2011",
        "7, 3.1.2011, 7 3.1.2011",
        "7, 1/3/11 8:26 PM, 7 1/3/11",
        "7, Jan 3 2011, 7 Jan 3 2011",
        "7, 40513.35, 7 40513",
        "' 7 ', 19970101, 7 19970101"
    })
    void anOrderIsWhatACustomerBoughtOnADay(String customer, String date, String order) {
        assertThat(only(ORDER, customer + "|||" + date)).isEqualTo(order);
    }

    @Test
    void noOrderWithoutACustomerOrADay() {
        try (Rows rows = new Rows(folder, "|||2011-01-03", "7|||")) {
            assertThat(rows.ask("SELECT " + rows.store.column(ORDER) + " FROM source", 1))
                    .containsExactly("null", "null");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "29.33; 2; 14.665",
                "$1,045.50; 2; 522.75",
                "1.045,50 €; 2; 522.75",
                "(45.00); 3; -15.0",
                "-10; -2; 5.0",
                "12.5; 0; 12.5",
                "12.5; none; 12.5",
                "free; 2; null"
            })
    void aPieceIsTheTotalDividedByThePieces(String total, String pieces, String price) {
        assertThat(only(ImpliedColumn.piece("price", "quantity").name(), "||||" + pieces + "|" + total))
                .isEqualTo(price);
    }

    @Test
    void aPieceOfAQuantityThatIsImpliedItselfIsTheTotal() {
        assertThat(only(
                        ImpliedColumn.piece("price", ImpliedColumn.ONE_PIECE.name())
                                .name(),
                        "|||||12.5"))
                .isEqualTo("12.5");
    }

    @ParameterizedTest
    @CsvSource({"1 per row, 1", "one product for all rows, all"})
    void constants(String name, String value) {
        assertThat(only(name, "7")).isEqualTo(value);
    }

    @Test
    void aColumnOfTheFileGoesBeforeAnImpliedOne() {
        try (TransactionStore store = TransactionStore.open(folder.resolve("a.duckdb"), StoreLimits.defaults())) {
            store.create(List.of("a ÷ b", "a"));
            assertThat(store.column("a ÷ b")).isEqualTo("c0");
        }
    }

    @Test
    void whatItWouldBeMadeOfMustBeThere() {
        try (Rows rows = new Rows(folder, "7")) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> rows.store.column("one order per client and day of date"))
                    .withMessageContaining("\"client\"");
        }
    }

    private String only(String name, String row) {
        try (Rows rows = new Rows(folder, row)) {
            return rows.ask("SELECT " + rows.store.column(name) + " FROM source", 1)
                    .getFirst();
        }
    }
}
