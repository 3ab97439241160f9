package io.segmenta.engine.segment;

/** The ten names of the classic RFM map: each of the 25 cells of recency and frequency scores belongs to exactly one. */
public enum RfmGroup {
    CHAMPIONS("Champions", 5, 5, 4, 5),
    LOYAL("Loyal", 3, 4, 4, 5),
    POTENTIAL_LOYALISTS("Potential loyalists", 4, 5, 2, 3),
    NEW("New", 5, 5, 1, 1),
    PROMISING("Promising", 4, 4, 1, 1),
    NEED_ATTENTION("Need attention", 3, 3, 3, 3),
    ABOUT_TO_SLEEP("About to sleep", 3, 3, 1, 2),
    AT_RISK("At risk", 1, 2, 3, 4),
    CANNOT_LOSE("Can't lose", 1, 2, 5, 5),
    HIBERNATING("Hibernating", 1, 2, 1, 2);

    private final String label;
    private final int recencyFrom;
    private final int recencyTo;
    private final int frequencyFrom;
    private final int frequencyTo;

    RfmGroup(String label, int recencyFrom, int recencyTo, int frequencyFrom, int frequencyTo) {
        this.label = label;
        this.recencyFrom = recencyFrom;
        this.recencyTo = recencyTo;
        this.frequencyFrom = frequencyFrom;
        this.frequencyTo = frequencyTo;
    }

    public String label() {
        return label;
    }

    boolean holds(int recency, int frequency) {
        return recencyFrom <= recency && recency <= recencyTo && frequencyFrom <= frequency && frequency <= frequencyTo;
    }
}
