package io.segmenta.engine.features;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
    TENURE("tenure_days", "Tenure", "days", "Days from the first purchase to the snapshot"),
    DISTINCT_PRODUCTS("distinct_products", "Distinct products", "products", "How many different products were bought"),
    AVERAGE_ORDER_VALUE("avg_order_value", "Average order value", "money", "Monetary per order"),
    MEAN_DAYS_BETWEEN_ORDERS(
            "mean_days_between_orders",
            "Mean days between orders",
            "days",
            "Days from the first to the last purchase over the orders after the first; after one order, the days since it"),
    RETURNS_SHARE(
            "returns_share",
            "Returns share",
            "share",
            "Money of returned goods over money of purchases, 0 to 1; 0 where returns are kept as lines");

    private static final Set<Feature> BASIC =
            Collections.unmodifiableSet(EnumSet.of(RECENCY, FREQUENCY, MONETARY, AVERAGE_BASKET_SIZE, CLV, TENURE));

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

    /** What every run knows of its customers; the others are computed where they are asked for. */
    public static Set<Feature> basic() {
        return BASIC;
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
