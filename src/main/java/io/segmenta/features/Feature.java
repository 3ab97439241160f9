package io.segmenta.features;

/** One number about a customer, in natural units. */
public enum Feature {
    RECENCY("recency_days", "Recency", "days", "Days from the last purchase to the snapshot, at least 1"),
    FREQUENCY("frequency", "Frequency", "orders", "Distinct invoices"),
    MONETARY("monetary", "Monetary", "money", "Sum of quantity × unit price"),
    AVERAGE_BASKET_SIZE("avg_basket_size", "Average basket size", "items", "Items per order"),
    CLV(
            "clv",
            "Historic CLV",
            "money",
            "Monetary × mean customer lifespan (at least 30 days each) / 365; a constant times monetary, not a forecast"),
    TENURE("tenure_days", "Tenure", "days", "Days from the first purchase to the snapshot");

    private final String key;
    private final String label;
    private final String unit;
    private final String meaning;

    Feature(String key, String label, String unit, String meaning) {
        this.key = key;
        this.label = label;
        this.unit = unit;
        this.meaning = meaning;
    }

    /** Column name in files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    public String meaning() {
        return meaning;
    }
}
