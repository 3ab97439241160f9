package io.segmenta.engine.transactions;

/** How a date made of three numbers is read. */
public enum DateOrder {
    /** 2010-12-01 */
    YEAR_FIRST("year-month-day"),
    /** 01/12/2010 is the first of December */
    DAY_FIRST("day/month/year"),
    /** 12/1/2010 is the first of December */
    MONTH_FIRST("month/day/year");

    private final String label;

    DateOrder(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
