package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.ingest.DatasetReader;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedColumnsTest {
    @TempDir
    Path folder;

    /** The proposal, and the cells of the required fields of each row as it maps them, a bar between them. */
    private record Mapped(MappingProposal proposal, List<String> rows) {}

    private Mapped map(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), csv);
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(128, 1))) {
            DatasetReader.read(file, "orders.csv", store, Progress.SILENT);
            MappingProposal proposal = ColumnMapper.propose(store);
            List<String> cells = new ArrayList<>();
            proposal.suggestions().forEach((field, suggestion) -> {
                if (field.required()) {
                    cells.add("coalesce(" + store.column(suggestion.candidates().getFirst()) + ", '~')");
                }
            });
            List<String> rows = new ArrayList<>();
            store.query(
                    "SELECT " + String.join(" || '|' || ", cells) + " FROM source ORDER BY rowid",
                    row -> rows.add(String.valueOf(row.text(0))));
            return new Mapped(proposal, rows);
        }
    }

    private static Certainty certainty(Mapped mapped, Field field) {
        return Objects.requireNonNull(mapped.proposal.suggestions().get(field)).certainty();
    }

    private static void assertAllFound(Mapped mapped) {
        for (Field field : Field.values()) {
            if (field.required()) {
                assertThat(certainty(mapped, field)).as(field.label()).isEqualTo(Certainty.FOUND);
            }
        }
    }

    @Test
    void shopify_further_lines_belong_to_the_order_above() throws Exception {
        Mapped mapped = map("""
                Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Country
                #1001,a@x.org,2024-01-02 10:00:00 +0100,2,Mug,7.90,M1,DE
                #1001,,,1,Vase,19.90,,
                ,,,1,Lamp,5.00,L1,
                #1002,,2024-01-03 10:00:00 +0100,1,Mug,7.90,M1,FR
                """);
        assertThat(mapped.proposal.system()).isEqualTo("Shopify");
        assertAllFound(mapped);
        assertThat(mapped.rows)
                .containsExactly(
                        "a@x.org|#1001|M1|2024-01-02 10:00:00 +0100|2|7.90",
                        "a@x.org|#1001|Vase|2024-01-02 10:00:00 +0100|1|19.90",
                        "a@x.org|#1001|L1|2024-01-02 10:00:00 +0100|1|5.00",
                        "~|#1002|M1|2024-01-03 10:00:00 +0100|1|7.90");
    }

    @Test
    void a_shopify_export_without_gaps_stays_as_it_is() throws Exception {
        Mapped mapped = map("""
                Name,Email,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku
                #1001,a@x.org,2024-01-02,2,Mug,7.90,M1
                """);
        assertAllFound(mapped);
        assertThat(mapped.proposal.ignored()).isEmpty();
    }

    @Test
    void square_prices_are_gross_sales_by_piece() throws Exception {
        Mapped mapped = map("""
                Date,Time,Item,Qty,SKU,Gross Sales,Transaction ID,Customer ID
                01/31/24,10:00:00,Mug,2,M1,$15.80,T1,C1
                01/30/24,10:00:00,Vase,1,,"$1,019.90",T2,C2
                01/30/24,11:30:00,Vase,-1,,($19.90),T3,C2
                """);
        assertThat(mapped.proposal.system()).isEqualTo("Square");
        assertAllFound(mapped);
        assertThat(mapped.rows)
                .containsExactly(
                        "C1|T1|M1|01/31/24 10:00:00|2|7.9",
                        "C2|T2|Vase|01/30/24 10:00:00|1|1019.9",
                        "C2|T3|Vase|01/30/24 11:30:00|-1|19.9");
    }

    @ParameterizedTest
    @CsvSource({"Datum,Uhrzeit", "Datum,Zeit", "Date,Heure", "Fecha,Hora"})
    void a_time_in_a_column_of_its_own_belongs_to_the_day(String day, String time) throws Exception {
        Mapped mapped = map("Customer ID;Invoice;SKU;%s;%s;Quantity;Price\n".formatted(day, time)
                + "C1;I1;M1;31.01.2024;10:05;2;7.90\nC1;I2;M1;01.02.2024;;1;7.90\n");
        assertAllFound(mapped);
        assertThat(mapped.rows).containsExactly("C1|I1|M1|31.01.2024 10:05|2|7.90", "C1|I2|M1|01.02.2024|1|7.90");
    }

    @Test
    void a_column_called_time_that_holds_no_time_is_left_alone() throws Exception {
        Mapped mapped = map("""
                Customer ID,Invoice,SKU,Date,Time,Quantity,Price
                C1,I1,M1,2024-01-31,morning,2,7.90
                """);
        assertThat(mapped.rows).containsExactly("C1|I1|M1|2024-01-31|2|7.90");
    }

    @Test
    void stripe_charges_are_one_piece_each() throws Exception {
        Mapped mapped = map("""
                id,Description,Created (UTC),Amount,Currency,Customer ID,Customer Email
                ch_1,Plan A,2024-01-02 10:00:00,10.50,eur,cus_1,a@x.org
                """);
        assertThat(mapped.proposal.system()).isEqualTo("Stripe");
        assertAllFound(mapped);
        assertThat(mapped.rows).containsExactly("cus_1|ch_1|Plan A|2024-01-02 10:00:00|1|10.50");
    }

    @Test
    void amazon_item_prices_are_for_the_whole_line() throws Exception {
        Mapped mapped = map("""
                order-id,purchase-date,buyer-email,sku,product-name,quantity-purchased,item-price,ship-country
                1-2,2024-01-02T10:00:00+00:00,a@x.org,S1,Mug,4,10.00,US
                """);
        assertThat(mapped.proposal.system()).isEqualTo("Amazon");
        assertAllFound(mapped);
        assertThat(mapped.rows).containsExactly("a@x.org|1-2|S1|2024-01-02T10:00:00+00:00|4|2.5");
    }

    @Test
    void olist_rows_are_one_piece_each() throws Exception {
        Mapped mapped = map("""
                customer_unique_id,order_id,product_id,order_purchase_timestamp,price
                u1,o1,p1,2018-01-02 10:00:00,59.90
                """);
        assertThat(mapped.proposal.system()).isEqualTo("Olist");
        assertAllFound(mapped);
    }

    @Test
    void any_line_total_gives_a_price_where_there_is_none() throws Exception {
        Mapped mapped = map("""
                Kundennummer;Rechnungsnummer;Artikelnummer;Rechnungsdatum;Menge;Gesamtpreis
                1;2;3;02.01.2024;4;1.010,00
                """);
        assertThat(certainty(mapped, Field.UNIT_PRICE)).isEqualTo(Certainty.GUESSED);
        assertThat(mapped.rows).containsExactly("1|2|3|02.01.2024|4|252.5");
    }

    @Test
    void a_price_that_was_computed_is_not_read_again_with_a_decimal_comma() throws Exception {
        Mapped mapped = map("""
                Kundennummer;Rechnungsnummer;Artikelnummer;Rechnungsdatum;Menge;Gesamtpreis
                1;2;3;02.01.2024;2,0;4,25
                """);
        assertThat(mapped.rows).containsExactly("1|2|3|02.01.2024|2,0|2.125");
        assertThat(prices()).containsExactly("2.125");
    }

    /** Of the file that was mapped last, as a run reads them. */
    private List<String> prices() {
        List<String> prices = new ArrayList<>();
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(128, 1))) {
            TypedColumns typed =
                    TypedColumns.of(store, ColumnMapper.propose(store).mapping(), LocalDate.of(2026, 1, 1));
            store.query(
                    "SELECT unit_price FROM (" + typed.select() + ")",
                    row -> prices.add(String.valueOf(row.number(0))));
        }
        return prices;
    }

    @Test
    void nothing_is_derived_where_nothing_is_missing() throws Exception {
        Mapped mapped =
                map("CustomerID,InvoiceNo,StockCode,InvoiceDate,Quantity,UnitPrice,Total\n1,2,3,2024-01-01,4,5,20\n");
        assertThat(mapped.proposal.ignored()).containsExactly("Total");
    }
}
