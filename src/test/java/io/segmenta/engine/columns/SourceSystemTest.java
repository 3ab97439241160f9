package io.segmenta.engine.columns;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.transactions.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceSystemTest {
    private static List<SourceSystem> matching(String headers) {
        List<String> columns = List.of(headers.split("\\|"));
        return SourceSystem.all().stream()
                .filter(system -> system.matches(columns))
                .toList();
    }

    /** The headers of real exports, shortened. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "Etsy; Sale Date|Item Name|Buyer|Quantity|Price|Coupon Code|Discount Amount|Order Shipping|Order Sales Tax|Item Total|Currency|Transaction ID|Listing ID|Date Paid|Ship Country|Order ID|SKU; Buyer; Sale Date; Price",
                "eBay; Sales Record Number|Order Number|Buyer Username|Buyer Name|Buyer Country|Item Number|Item Title|Custom Label|Quantity|Sold For|Shipping And Handling|Total Price|Sale Date|Paid On Date; Buyer Username; Sale Date; Sold For",
                "PayPal; Date|Time|Time Zone|Name|Type|Status|Currency|Gross|Fee|Net|From Email Address|To Email Address|Transaction ID|Item Title|Balance|Balance Impact; From Email Address; Date; Gross",
                "Magento; ID|Purchase Point|Purchase Date|Bill-to Name|Ship-to Name|Grand Total (Base)|Grand Total (Purchased)|Status|Customer Email|Subtotal|Shipping and Handling; Customer Email; Purchase Date; Grand Total (Base)",
                "Magento; entity_id|increment_id|created_at|customer_email|base_grand_total|grand_total|status|base_currency_code; customer_email; created_at; base_grand_total",
                "PrestaShop; id_order|reference|id_customer|current_state|payment|total_discounts|total_paid|total_paid_tax_incl|date_add|date_upd; id_customer; date_add; total_paid_tax_incl",
                "BigCommerce; Order ID|Customer ID|Customer Name|Customer Email|Order Date|Order Status|Subtotal (inc tax)|Tax Total|Shipping Cost (inc tax)|Order Total (inc tax)|Order Currency Code; Customer Email; Order Date; Order Total (inc tax)",
                "OpenCart; order_id|customer_id|email|payment_country|total|order_status_id|currency_code|date_added|date_modified; email; date_added; total",
                "Odoo; Order Reference|Customer|Order Date|Order Lines/Product|Order Lines/Quantity|Order Lines/Unit Price|Order Lines/Subtotal|Status; Customer; Order Date; Order Lines/Subtotal",
                "Odoo; id|name|partner_id|state|date_order|amount_untaxed|amount_tax|amount_total|currency_id; partner_id; date_order; amount_total",
                "Tmall; 订单编号|买家会员名|买家应付货款|买家应付邮费|买家实际支付金额|订单状态|收货地址 |订单创建时间|订单付款时间 |宝贝标题; 买家会员名; 订单付款时间; 买家实际支付金额",
                "Shopee; Order ID|Order Status|Order Creation Date|SKU Reference No.|Product Name|Original Price|Deal Price|Quantity|Grand Total|Username (Buyer)|Country; Username (Buyer); Order Creation Date; Deal Price",
                "Shopee; No. Pesanan|Status Pesanan|Waktu Pesanan Dibuat|Nomor Referensi SKU|Nama Produk|Harga Awal|Harga Setelah Diskon|Jumlah|Total Pembayaran|Username (Pembeli); Username (Pembeli); Waktu Pesanan Dibuat; Harga Setelah Diskon",
                "Shopee; ID do pedido|Status do pedido|Data de criação do pedido|Nome do Produto|Número de referência SKU|Preço original|Preço acordado|Quantidade|Subtotal do produto|Nome de usuário (comprador)|UF; Nome de usuário (comprador); Data de criação do pedido; Preço acordado",
                "Shopee; 訂單編號 (單)|訂單狀態 (單)|買家帳號 (單)|訂單成立時間 (單)|訂單小計 (單)|買家支付的運費 (單)|訂單總金額 (單); 買家帳號 (單); 訂單成立時間 (單); 訂單小計 (單)",
                "Mercado Libre; # de venta|Fecha de venta|Estado|Unidades|Ingresos por productos (ARS)|Cargo por venta|Total (ARS)|SKU|# de publicación|Título de la publicación|Comprador; Comprador; Fecha de venta; Ingresos por productos (ARS)",
                "Mercado Libre; N.º de venda|Data da venda|Estado|Unidades|Receita por produtos (BRL)|Total (BRL)|SKU|# de anúncio|Título do anúncio|Comprador; Comprador; Data da venda; Receita por produtos (BRL)",
                "Superstore; Row ID|Order ID|Order Date|Ship Date|Ship Mode|Customer ID|Customer Name|Country|Product ID|Category|Sub-Category|Product Name|Sales|Quantity|Discount|Profit; Customer ID; Order Date; Sales",
                "Northwind; OrderID|CustomerID|OrderDate|RequiredDate|ShippedDate|ShipVia|Freight|ShipCountry|ProductID|UnitPrice|Quantity|Discount; CustomerID; OrderDate; UnitPrice",
                "AdventureWorks; OrderDate|StockDate|OrderNumber|ProductKey|CustomerKey|TerritoryKey|OrderLineItem|OrderQuantity|UnitPriceSold; CustomerKey; OrderDate; UnitPriceSold",
                "AdventureWorks; ProductKey|OrderDate|CustomerKey|SalesOrderNumber|SalesOrderLineNumber|OrderQuantity|UnitPrice|DiscountAmount|TotalProductCost|SalesAmount|TaxAmt|Freight; CustomerKey; OrderDate; SalesAmount",
            })
    void systemsAreKnownByTheHeadersOfTheirExports(
            String label, String headers, String customer, String date, String money) {
        List<SourceSystem> found = matching(headers);
        assertThat(found).extracting(SourceSystem::label).containsExactly(label);
        Map<Field, String> columns = found.getFirst().columns(List.of(headers.split("\\|")));
        assertThat(columns.get(Field.CUSTOMER_ID)).isEqualTo(customer);
        assertThat(columns)
                .hasEntrySatisfying(
                        Field.TIMESTAMP, header -> assertThat(header.strip()).isEqualTo(date));
        assertThat(Field.MONEY.stream()
                        .filter(columns::containsKey)
                        .map(columns::get)
                        .findFirst())
                .contains(money);
    }

    @Test
    void commonHeadersAreOfNoSystem() {
        assertThat(matching("CustomerID|OrderID|ProductID|OrderDate|UnitPrice|Quantity|Discount|ProductName|Country"))
                .isEmpty();
        assertThat(matching("Customer|Order Reference|Order Date|Total|Status")).isEmpty();
        assertThat(matching("Date|Time|Name|Type|Status|Currency|Gross|Country"))
                .isEmpty();
        assertThat(matching("id|email|customer_id|order_id|date_added|total|status"))
                .isEmpty();
    }
}
