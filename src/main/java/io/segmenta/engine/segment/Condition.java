package io.segmenta.engine.segment;

import io.segmenta.engine.features.Feature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule asks of one feature: from ≤ value &lt; below, in natural units.
 *
 * @param from negative infinity where there is no lower bound
 * @param below infinity where there is no upper bound
 */
public record Condition(Feature feature, double from, double below) {
    public Condition {
        if (!(from < below) || (Double.isInfinite(from) && Double.isInfinite(below))) {
            throw new IllegalArgumentException(
                    "Nothing is asked of " + feature.label() + " from " + from + " below " + below + ".");
        }
    }

    public boolean holds(double value) {
        return from <= value && value < below;
    }

    /** For people, to be joined with "and". */
    public String text() {
        return switch (feature) {
            case RECENCY -> recency();
            case FREQUENCY -> below == 2 ? "one order only" : range("", " orders");
            case MONETARY -> range("spent ", "");
            case AVERAGE_BASKET_SIZE -> range("", " items an order");
            case CLV -> range("a historic CLV of ", "");
            case TENURE -> range("first bought ", " days ago");
            case DISTINCT_PRODUCTS -> range("", " different products");
            case AVERAGE_ORDER_VALUE -> range("", " per order");
            case MEAN_DAYS_BETWEEN_ORDERS -> range("", " days between orders");
            case RETURNS_SHARE -> range("a returned share of ", "");
        };
    }

    /** A boolean expression over the columns of customers.csv. */
    public String sql() {
        List<String> bounds = new ArrayList<>();
        if (!lowest()) {
            bounds.add(feature.key() + " >= " + plain(from));
        }
        if (!unlimited()) {
            bounds.add(whole() ? feature.key() + " <= " + plain(below - 1) : feature.key() + " < " + plain(below));
        }
        return String.join(" AND ", bounds);
    }

    private String recency() {
        if (lowest()) {
            return "bought within " + number(below - 1) + (below == 2 ? " day" : " days");
        }
        return unlimited()
                ? "not bought for " + number(from) + " days or more"
                : "last bought " + number(from) + " to " + number(below - 1) + " days ago";
    }

    private String range(String before, String after) {
        if (unlimited()) {
            return before + "at least " + number(from) + after;
        }
        if (lowest()) {
            return before + (whole() ? "at most " + number(below - 1) : "less than " + number(below)) + after;
        }
        if (!whole()) {
            return before + number(from) + " to " + number(below) + after;
        }
        return before + (from == below - 1 ? "" : number(from) + " to ") + number(below - 1) + after;
    }

    private boolean lowest() {
        return from == Double.NEGATIVE_INFINITY;
    }

    private boolean unlimited() {
        return below == Double.POSITIVE_INFINITY;
    }

    private boolean whole() {
        return whole(feature);
    }

    /** Whether the feature counts things. */
    static boolean whole(Feature feature) {
        return feature == Feature.RECENCY
                || feature == Feature.FREQUENCY
                || feature == Feature.TENURE
                || feature == Feature.DISTINCT_PRODUCTS;
    }

    private static String number(double value) {
        return Wording.number(value, 2);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
