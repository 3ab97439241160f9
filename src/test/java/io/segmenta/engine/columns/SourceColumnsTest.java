package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.DerivedColumn.OnePiece;
import io.segmenta.engine.transactions.DerivedColumn.OrderPerDay;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceColumnsTest {
    private static final String ORDER = new OrderPerDay("customer", "date").name();

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
            assertThat(rows.ask("SELECT " + columns(rows.store, ORDER).text(Field.INVOICE_ID) + " FROM source", 1))
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
        assertThat(only(new PiecePrice("price", "quantity").name(), "||||" + pieces + "|" + total))
                .isEqualTo(price);
    }

    @Test
    void aPieceOfAQuantityThatIsDerivedItselfIsTheTotal() {
        assertThat(only(new PiecePrice("price", new OnePiece().name()).name(), "|||||12.5"))
                .isEqualTo("12.5");
    }

    @ParameterizedTest
    @CsvSource({"1 per row, 1", "one product for all rows, all"})
    void constants(String name, String value) {
        assertThat(only(name, "7")).isEqualTo(value);
    }

    @Test
    void aColumnOfTheFileGoesBeforeADerivedOne() {
        try (TransactionStore store = TransactionStore.open(folder.resolve("a.duckdb"), StoreLimits.defaults())) {
            store.create(List.of("a ÷ b", "a", "b"));
            assertThat(store.derived("a ÷ b")).isEmpty();
            assertThat(store.column("a ÷ b")).isEqualTo("c0");
        }
    }

    @Test
    void whatItWouldBeMadeOfMustBeThere() {
        try (Rows rows = new Rows(folder, "7")) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> columns(rows.store, "one order per client and day of date")
                            .text(Field.INVOICE_ID))
                    .withMessageContaining("\"client\"");
        }
    }

    private String only(String name, String row) {
        try (Rows rows = new Rows(folder, row)) {
            return rows.ask("SELECT " + columns(rows.store, name).text(Field.INVOICE_ID) + " FROM source", 1)
                    .getFirst();
        }
    }

    /** With the prices of Rows as the invoice's, where nothing reads them as numbers. */
    private static SourceColumns columns(TransactionStore store, String invoice) {
        Map<Field, String> headers =
                new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
        headers.put(Field.INVOICE_ID, invoice);
        return SourceColumns.of(store, new ColumnMapping(headers, DateOrder.YEAR_FIRST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"4,25; 2,0; 2.125", "1.010,00; 4; 252.5", "8,50; 4; 2.125", "1.234; 2; 617.0", "12,50 kr; 2; 6.25"
            })
    void aPriceThatWasComputedIsNotReadAgain(String total, String pieces, double price) {
        try (Rows rows = new Rows(folder, "7|1|1|2024-01-02|" + pieces + "|" + total, "8|2|1|2024-01-02|2,5|3,99")) {
            Map<Field, String> headers =
                    new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
            headers.put(Field.UNIT_PRICE, new PiecePrice("price", "quantity").name());
            SourceColumns columns = SourceColumns.of(rows.store, new ColumnMapping(headers, DateOrder.YEAR_FIRST));
            assertThat(rows.ask("SELECT " + columns.number(Field.UNIT_PRICE) + " FROM source WHERE c0 = '7'", 1))
                    .containsExactly(String.valueOf(price));
        }
    }

    @Test
    void aStoreOfAnEarlierVersionKeepsWhatItDerivedAsTextAndIsReadAlike() {
        try (Rows rows = new Rows(folder, "7|1|1|2024-01-02|2,0|4,25", "8|2|1|2024-01-02|2,5|3,99")) {
            rows.store.execute("ALTER TABLE header DROP COLUMN derived");
            rows.store.execute("INSERT INTO header VALUES (8, 'price ÷ quantity')");
            rows.store.execute("ALTER TABLE source ADD COLUMN c8 VARCHAR");
            rows.store.execute("UPDATE source SET c8 = '2.125' WHERE c0 = '7'");
            assertThat(rows.store.derived("price ÷ quantity")).contains(new PiecePrice("price", "quantity"));
            Map<Field, String> headers =
                    new EnumMap<>(Rows.mapping(DateOrder.YEAR_FIRST).headers());
            headers.put(Field.UNIT_PRICE, "price ÷ quantity");
            SourceColumns columns = SourceColumns.of(rows.store, new ColumnMapping(headers, DateOrder.YEAR_FIRST));
            assertThat(rows.ask("SELECT " + columns.number(Field.UNIT_PRICE) + " FROM source WHERE c0 = '7'", 1))
                    .containsExactly("2.125");
        }
    }
}
