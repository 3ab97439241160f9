package io.segmenta.engine.transactions;

/** What a transaction consists of; each may be mapped to one column of the file. */
public enum Field {
    CUSTOMER_ID("customerId", "Customer", true),
    INVOICE_ID("invoiceId", "Invoice", true),
    PRODUCT_ID("productId", "Product", true),
    TIMESTAMP("timestamp", "Date", true),
    QUANTITY("quantity", "Quantity", true),
    UNIT_PRICE("unitPrice", "Unit price", true),
    DESCRIPTION("description", "Description", false),
    COUNTRY("country", "Country", false);

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
