package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnMapperTest {
    /** Of a list of what was sold to whom, the unit price its money. */
    private static final Set<Field> GOODS = EnumSet.range(Field.CUSTOMER_ID, Field.COUNTRY);

    private static final List<Field> REQUIRED = List.of(
            Field.CUSTOMER_ID, Field.INVOICE_ID, Field.PRODUCT_ID, Field.TIMESTAMP, Field.QUANTITY, Field.UNIT_PRICE);

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @TempDir
    Path folder;

    private static Suggestion suggestion(MappingProposal proposal, Field field) {
        return Objects.requireNonNull(proposal.suggestions().get(field));
    }

    private static List<String> columns(String headers) {
        return List.of(headers.split("\\|"));
    }

    @ParameterizedTest
    @CsvSource({
        "Segmenta,CustomerID|InvoiceID|ProductID|Description|InvoiceDate|Quantity|UnitPrice|Country",
        "UCI Online Retail,InvoiceNo|StockCode|Description|Quantity|InvoiceDate|UnitPrice|CustomerID|Country",
        "UCI Online Retail II,Invoice|StockCode|Description|Quantity|InvoiceDate|Price|Customer ID|Country",
        "Shopify,Name|Email|Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem sku|Billing Country|Total",
        "WooCommerce,Order Number|Order Date|Email (Billing)|SKU|Quantity|Item Cost|Item Name|Country Code (Billing)"
    })
    void known_systems_are_recognised_and_all_their_fields_found(String system, String headers) {
        MappingProposal proposal = ColumnMapper.propose(columns(headers));
        assertThat(proposal.system()).isEqualTo(system);
        assertThat(GOODS)
                .allSatisfy(field ->
                        assertThat(suggestion(proposal, field).certainty()).isEqualTo(Certainty.FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kundennummer|Rechnungsnummer|Artikelnummer|Rechnungsdatum|Menge|Einzelpreis|Artikelbezeichnung|Land",
                "Kunden-Nr.|Bestell-Nr.|Art.-Nr.|Bestelldatum|Anzahl|Preis|Bezeichnung|Land",
                "N° client|N° facture|Référence produit|Date de facture|Quantité|Prix unitaire|Désignation|Pays",
                "Code client|Numéro de commande|Réf|Date de commande|Qté|Prix|Libellé|Pays",
                "ID cliente|Nº factura|Código de producto|Fecha de factura|Cantidad|Precio unitario|Descripción|País",
                "Código do cliente|Número do pedido|Código do produto|Data do pedido|Quantidade|Preço unitário|Descrição|País",
                "Codice cliente|Numero ordine|Codice prodotto|Data ordine|Quantità|Prezzo unitario|Descrizione|Paese",
                "Klantnummer|Bestelnummer|Artikelnummer|Besteldatum|Aantal|Stukprijs|Omschrijving|Land",
                "Numer klienta|Nr zamówienia|Kod produktu|Data zamówienia|Ilość|Cena jednostkowa|Opis|Kraj",
                "MÜŞTERİ NO|SİPARİŞ NO|ÜRÜN KODU|SİPARİŞ TARİHİ|ADET|BİRİM FİYAT|AÇIKLAMA|ÜLKE",
                "Код клиента|№ заказа|Артикул|Дата заказа|Кол-во|Цена|Наименование|Страна",
                "Mã khách hàng|Mã đơn hàng|Mã sản phẩm|Ngày đặt hàng|Số lượng|Đơn giá|Tên sản phẩm|Quốc gia",
                "Kode pelanggan|Nomor pesanan|Kode barang|Tanggal pesanan|Kuantitas|Harga satuan|Nama barang|Negara",
                "顧客番号|注文番号|商品コード|注文日|数量|単価|商品名|国",
                "고객번호|주문번호|상품코드|주문일자|수량|단가|상품명|국가",
                "客户编号|订单编号|商品编码|下单时间|数量|单价|商品名称|国家",
                "會員編號|訂單編號|商品編號|訂單日期|數量|單價|商品名稱|國家",
                "رقم العميل|رقم الطلب|رقم المنتج|تاريخ الطلب|الكمية|سعر الوحدة|الوصف|الدولة",
                "customer_id|order_id|sku|order_date|qty|unit_price|product_name|country",
                "CUSTOMER NUMBER|INVOICE #|ITEM CODE|PURCHASE DATE|UNITS|PRICE|DESCRIPTION|COUNTRY",
                "customer_ref|order_ref|product_ref|ordered_at|quantity_sold|unit_price|product_name|country_code",
                "customer_uuid|sale_id|product_uuid|sold_at|qty_sold|price|description|ship_country",
                "client_id|purchase_id|item_id|purchased_at|units|item_price|item_name|country"
            })
    void usual_names_in_all_languages_are_found(String headers) {
        MappingProposal proposal = ColumnMapper.propose(columns(headers));
        assertThat(GOODS)
                .allSatisfy(field -> assertThat(suggestion(proposal, field).certainty())
                        .as(field.label())
                        .isEqualTo(Certainty.FOUND));
        assertThat(proposal.ignored()).isEmpty();
    }

    @Test
    void words_that_stand_for_much_are_only_guessed() {
        MappingProposal proposal =
                ColumnMapper.propose(List.of("Client", "Order", "Article", "Date", "Pieces", "Rate"));
        assertThat(REQUIRED)
                .allSatisfy(f -> assertThat(suggestion(proposal, f).certainty())
                        .as(f.label())
                        .isEqualTo(Certainty.GUESSED));
    }

    @Test
    void parts_of_a_header_are_guessed_but_totals_are_no_prices() {
        MappingProposal proposal = ColumnMapper.propose(List.of(
                "our customer key",
                "my order reference",
                "product ref x",
                "the date it was",
                "qty sold",
                "net price",
                "total price"));
        assertThat(suggestion(proposal, Field.UNIT_PRICE))
                .isEqualTo(new Suggestion(Certainty.GUESSED, List.of("net price")));
        assertThat(suggestion(proposal, Field.CUSTOMER_ID).candidates()).containsExactly("our customer key");
        assertThat(suggestion(proposal, Field.LINE_TOTAL))
                .isEqualTo(new Suggestion(Certainty.FOUND, List.of("total price")));
        assertThat(proposal.ignored()).isEmpty();
    }

    @Test
    void two_candidates_force_a_choice() {
        MappingProposal proposal = ColumnMapper.propose(
                List.of("Customer ID", "Client ID", "Order ID", "SKU", "Order date", "Qty", "Price"));
        assertThat(suggestion(proposal, Field.CUSTOMER_ID))
                .isEqualTo(new Suggestion(Certainty.AMBIGUOUS, List.of("Customer ID", "Client ID")));
    }

    @Test
    void what_is_not_there_is_missing() {
        MappingProposal proposal =
                ColumnMapper.propose(List.of("Order ID", "SKU", "Order date", "Qty", "Price", "Weather"));
        assertThat(suggestion(proposal, Field.CUSTOMER_ID)).isEqualTo(new Suggestion(Certainty.MISSING, List.of()));
        assertThat(proposal.system()).isNull();
        assertThat(proposal.ignored()).containsExactly("Weather");
    }

    @Test
    void a_description_serves_as_product_where_there_is_no_number() {
        MappingProposal proposal =
                ColumnMapper.propose(List.of("Customer ID", "Order ID", "Product name", "Order date", "Qty", "Price"));
        assertThat(suggestion(proposal, Field.PRODUCT_ID))
                .isEqualTo(new Suggestion(Certainty.GUESSED, List.of("Product name")));
        assertThat(suggestion(proposal, Field.DESCRIPTION).certainty()).isEqualTo(Certainty.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00|2011-01-02 00:00:00,YEAR_FIRST",
        "2010/12/01|2011/1/2,YEAR_FIRST",
        "20101201|20101231,YEAR_FIRST",
        "12/1/2010 8:26|12/13/2010 9:00,MONTH_FIRST",
        "1/12/2010 8:26|13/12/2010 9:00,DAY_FIRST",
        "01.12.2010|02.12.2010,DAY_FIRST",
        "1-12-10|31-12-10,DAY_FIRST",
        "2011-01-02|2011-02-03|3/4/2011|14/4/2011,DAY_FIRST",
        "1291191960|1291191961,YEAR_FIRST",
        "1291191960000|1291191961000,YEAR_FIRST",
        "40513|40514.351388888892,YEAR_FIRST",
        "1-Dec-2010|2-Jan-2011 08:26,YEAR_FIRST",
        "5 September 2011|6 December 2011,YEAR_FIRST",
        "2024-01-05T10:00:00+02:00|2024-01-05 10:00:00 -0500|2024-01-05 10:00:00 UTC,YEAR_FIRST"
    })
    void the_order_of_dates_is_decided_from_the_whole_column(String dates, DateOrder order) {
        assertThat(dateOrder(columns(dates))).isEqualTo(order);
    }

    @Test
    void dates_that_read_both_ways_are_left_to_the_user() {
        assertThat(dateOrder(List.of("1/2/2010", "12/12/2010", "3/3/2011 10:00")))
                .isNull();
        assertThat(dateOrder(List.of("yesterday", ""))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1/2/2010|13/2/2010,NUMBERS",
        "1291191960|1291191961,EPOCH_SECONDS",
        "1291191960000|1291191961000,EPOCH_MILLIS",
        "40513|40514.351388888892,DAY_COUNT",
        "Dec 1 2010|January 2 2011,MONTH_NAME",
        "17850|12346|Paris,NONE",
        "71053|85123A|84029G|22752|POST,NONE"
    })
    void how_dates_are_written_is_told(String dates, DateColumn.Notation notation) {
        assertThat(dateColumn(columns(dates)).notation()).isEqualTo(notation);
    }

    @Test
    void a_column_that_reads_both_ways_has_two_orders_and_examples_that_differ() {
        DateColumn dates =
                dateColumn(List.of("3/3/2011", "1/2/2010 08:00", "1/2/2010 09:00", "5/4/2010", "12/12/2010"));
        assertThat(dates.orders()).containsExactly(DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST);
        assertThat(dates.examples()).containsExactly("1/2/2010 08:00", "5/4/2010");
        assertThat(dates.ambiguous()).isTrue();
    }

    @Test
    void dates_of_both_orders_in_equal_number_are_left_to_the_user() {
        assertThat(dateColumn(List.of("13/1/2010", "1/13/2010")).ambiguous()).isTrue();
    }

    @Test
    void a_column_without_dates_has_no_order() {
        DateColumn dates = dateColumn(List.of("yesterday", "12346"));
        assertThat(dates.orders()).isEmpty();
        assertThat(dates.examples()).isEmpty();
        assertThat(dates.ambiguous()).isFalse();
    }

    @Test
    void the_examples_of_short_years_mean_what_the_run_reads() {
        DateColumn dates = dateColumn(List.of("31/12/99", "13/02/27", "14/02/28"));
        assertThat(dates.day("31/12/99", DateOrder.DAY_FIRST)).contains(LocalDate.of(1999, 12, 31));
        assertThat(dates.day("13/02/27", DateOrder.DAY_FIRST)).contains(LocalDate.of(2027, 2, 13));
        assertThat(dates.day("14/02/28", DateOrder.DAY_FIRST)).contains(LocalDate.of(1928, 2, 14));
    }

    private @Nullable DateOrder dateOrder(List<String> dates) {
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("d" + dates.hashCode()), new StoreLimits(64, 1))) {
            fill(store, "Order date", dates);
            return ColumnMapper.propose(store).dateOrder();
        }
    }

    private DateColumn dateColumn(List<String> dates) {
        try (TransactionStore store =
                TransactionStore.open(folder.resolve("c" + dates.hashCode()), new StoreLimits(64, 1))) {
            fill(store, "Chosen by hand", dates);
            return ColumnMapper.dates(store, "Chosen by hand", TODAY);
        }
    }

    private static void fill(TransactionStore store, String header, List<String> cells) {
        Rows.fill(
                store,
                List.of(header),
                cells.stream().map(cell -> new String[] {cell}).toList());
    }
}
