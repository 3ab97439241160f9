package io.segmenta.engine.columns;

import io.segmenta.engine.transactions.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exports of known systems, recognised by their headers; where a system has several names for a column, the first that is there counts. */
record SourceSystem(String label, Map<Field, List<String>> names) {
    static final List<SourceSystem> ALL = List.of(
            new SourceSystem(
                    "Segmenta",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("CustomerID"),
                            Field.INVOICE_ID, List.of("InvoiceID"),
                            Field.PRODUCT_ID, List.of("ProductID"),
                            Field.TIMESTAMP, List.of("InvoiceDate"),
                            Field.QUANTITY, List.of("Quantity"),
                            Field.UNIT_PRICE, List.of("UnitPrice"),
                            Field.DESCRIPTION, List.of("Description"),
                            Field.COUNTRY, List.of("Country"))),
            new SourceSystem(
                    "UCI Online Retail",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("CustomerID"),
                            Field.INVOICE_ID, List.of("InvoiceNo"),
                            Field.PRODUCT_ID, List.of("StockCode"),
                            Field.TIMESTAMP, List.of("InvoiceDate"),
                            Field.QUANTITY, List.of("Quantity"),
                            Field.UNIT_PRICE, List.of("UnitPrice"),
                            Field.DESCRIPTION, List.of("Description"),
                            Field.COUNTRY, List.of("Country"))),
            new SourceSystem(
                    "UCI Online Retail II",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("Customer ID"),
                            Field.INVOICE_ID, List.of("Invoice"),
                            Field.PRODUCT_ID, List.of("StockCode"),
                            Field.TIMESTAMP, List.of("InvoiceDate"),
                            Field.QUANTITY, List.of("Quantity"),
                            Field.UNIT_PRICE, List.of("Price"),
                            Field.DESCRIPTION, List.of("Description"),
                            Field.COUNTRY, List.of("Country"))),
            new SourceSystem(
                    "Shopify",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("Email, carried down", "Email"),
                            Field.INVOICE_ID, List.of("Name, carried down", "Name"),
                            Field.PRODUCT_ID, List.of("Lineitem sku or Lineitem name", "Lineitem sku", "Lineitem name"),
                            Field.TIMESTAMP, List.of("Created at, carried down", "Created at"),
                            Field.QUANTITY, List.of("Lineitem quantity"),
                            Field.UNIT_PRICE, List.of("Lineitem price"),
                            Field.DESCRIPTION, List.of("Lineitem name"),
                            Field.COUNTRY,
                                    List.of("Billing Country, carried down", "Billing Country", "Shipping Country"))),
            new SourceSystem(
                    "WooCommerce",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("Email (Billing)", "billing_email"),
                            Field.INVOICE_ID, List.of("Order Number", "order_id"),
                            Field.PRODUCT_ID, List.of("SKU", "item_sku"),
                            Field.TIMESTAMP, List.of("Order Date", "date_created"),
                            Field.QUANTITY, List.of("Quantity", "item_quantity"),
                            Field.UNIT_PRICE, List.of("Item Cost", "item_cost", "item_price"),
                            Field.DESCRIPTION, List.of("Item Name", "item_name", "Product Name"),
                            Field.COUNTRY, List.of("Country Code (Billing)", "billing_country"))),
            new SourceSystem(
                    "Square",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("Customer ID"),
                            Field.INVOICE_ID, List.of("Transaction ID"),
                            Field.PRODUCT_ID, List.of("SKU or Item", "SKU", "Item"),
                            Field.TIMESTAMP, List.of("Date + Time", "Date"),
                            Field.QUANTITY, List.of("Qty"),
                            Field.UNIT_PRICE, List.of("Gross Sales ÷ Qty"),
                            Field.DESCRIPTION, List.of("Item"))),
            new SourceSystem(
                    "Stripe",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("Customer ID", "Customer Email"),
                            Field.INVOICE_ID, List.of("id"),
                            Field.PRODUCT_ID, List.of("Description"),
                            Field.TIMESTAMP, List.of("Created (UTC)", "Created date (UTC)"),
                            Field.QUANTITY, List.of(DerivedColumns.ONE),
                            Field.UNIT_PRICE, List.of("Amount"))),
            new SourceSystem(
                    "Amazon",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("buyer-email"),
                            Field.INVOICE_ID, List.of("order-id", "amazon-order-id"),
                            Field.PRODUCT_ID, List.of("sku"),
                            Field.TIMESTAMP, List.of("purchase-date"),
                            Field.QUANTITY, List.of("quantity-purchased", "quantity"),
                            Field.UNIT_PRICE, List.of("item-price ÷ quantity-purchased", "item-price ÷ quantity"),
                            Field.DESCRIPTION, List.of("product-name"),
                            Field.COUNTRY, List.of("ship-country"))),
            new SourceSystem(
                    "Olist",
                    Map.of(
                            Field.CUSTOMER_ID, List.of("customer_unique_id"),
                            Field.INVOICE_ID, List.of("order_id"),
                            Field.PRODUCT_ID, List.of("product_id"),
                            Field.TIMESTAMP, List.of("order_purchase_timestamp"),
                            Field.QUANTITY, List.of(DerivedColumns.ONE),
                            Field.UNIT_PRICE, List.of("price"))));

    boolean matches(List<String> headers) {
        Map<Field, String> columns = columns(headers);
        return names.keySet().stream().filter(Field::required).allMatch(columns::containsKey);
    }

    /** The system's fields that are there; no header serves two of them. */
    Map<Field, String> columns(List<String> headers) {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            for (String name : names.getOrDefault(field, List.of())) {
                Optional<String> header = headers.stream()
                        .filter(h -> Vocabulary.normal(h).equals(Vocabulary.normal(name)))
                        .filter(h -> !columns.containsValue(h))
                        .findFirst();
                if (header.isPresent()) {
                    columns.put(field, header.get());
                    break;
                }
            }
        }
        return columns;
    }
}
