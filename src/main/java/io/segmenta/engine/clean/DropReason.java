package io.segmenta.engine.clean;

/** Why a row is dropped, in the order in which the rules are asked; a row leaves at the first that hits it. */
public enum DropReason {
    /** Before all others, so that whatever leaves for another reason is money that can be added. */
    CURRENCY("currency", "In another currency"),
    UNREADABLE("unreadable", "Unreadable"),
    OUTSIDE_PERIOD("outsidePeriod", "Outside the period"),
    FILTERED("filtered", "Filtered out"),
    STATE("state", "Not a completed sale"),
    OVERLAP("overlap", "Order that comes twice"),
    DUPLICATE("duplicate", "Exact duplicate"),
    MISSING_CUSTOMER("missingCustomer", "No customer"),
    MISSING_DESCRIPTION("missingDescription", "No description"),
    RETURN("return", "Return"),
    ZERO_QUANTITY("zeroQuantity", "Quantity zero"),
    NEGATIVE_PRICE("negativePrice", "Negative price");

    private final String key;
    private final String label;

    DropReason(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** @throws IllegalArgumentException when no reason has this key */
    public static DropReason of(String key) {
        for (DropReason reason : values()) {
            if (reason.key.equals(key)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("There is no reason \"" + key + "\" to drop a row.");
    }

    /** Whether it can be switched; the others follow from the part of the dataset that was chosen. */
    public boolean isRule() {
        return this != CURRENCY && this != OUTSIDE_PERIOD && this != FILTERED && this != STATE;
    }

    /** As written in files. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
