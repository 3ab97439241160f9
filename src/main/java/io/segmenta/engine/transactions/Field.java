package io.segmenta.engine.transactions;

import java.util.List;

/**
 * What a transaction consists of; each may be mapped to one column of the file. Who and when are needed, and one of {@link #MONEY}; the
 * absence of any other costs only what needs it.
 */
public enum Field {
    CUSTOMER_ID("customerId", "Customer", true),
    INVOICE_ID("invoiceId", "Invoice", false),
    PRODUCT_ID("productId", "Product", false),
    TIMESTAMP("timestamp", "Date", true),
    QUANTITY("quantity", "Quantity", false),
    UNIT_PRICE("unitPrice", "Unit price", false),
    DESCRIPTION("description", "Description", false),
    COUNTRY("country", "Country", false),
    /** the money of a row, whatever its quantity: of an order line or of a payment */
    LINE_TOTAL("lineTotal", "Amount", false),
    /** the money of a whole order, on one or on each of its rows */
    ORDER_TOTAL("orderTotal", "Order total", false),
    /** what became of the order, the payment or the visit */
    STATUS("status", "Status", false),
    CURRENCY("currency", "Currency", false);

    /** Any of them says how much was paid; the first that has a column counts. */
    public static final List<Field> MONEY = List.of(LINE_TOTAL, UNIT_PRICE, ORDER_TOTAL);

    private final String key;
    private final String label;
    private final boolean required;

    Field(String key, String label, boolean required) {
        this.key = key;
        this.label = label;
        this.required = required;
    }

    /** As written in files and on the command line. */
    public String key() {
        return key;
    }

    /** As shown on screen. */
    public String label() {
        return label;
    }

    public boolean required() {
        return required;
    }
}
