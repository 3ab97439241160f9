package io.segmenta.engine.transactions;

/** What stands before the decimals of a number; the other mark stands between thousands. */
public enum DecimalMark {
    POINT("1,234.56"),
    COMMA("1.234,56");

    private final String label;

    DecimalMark(String label) {
        this.label = label;
    }

    /** A number written so. */
    public String label() {
        return label;
    }
}
