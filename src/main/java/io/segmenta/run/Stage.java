package io.segmenta.run;

/** The stages of a run, in order, each with its usual share of the time of a run on a dataset that has been read already. */
public enum Stage {
    INGEST("Reading the file", 0),
    CLEAN("Cleaning the transactions", 32),
    FEATURES("Computing customer features", 14),
    TRANSFORM("Preparing the feature matrix", 8),
    CLUSTER("Finding segments", 9),
    EVALUATE("Grading the segments", 7),
    EXPLAIN("Explaining the segments", 12),
    VALUE("Forecasting purchases and value", 13),
    STORE("Saving the results", 5);

    private final String label;
    private final int share;

    Stage(String label, int share) {
        this.label = label;
        this.share = share;
    }

    public String label() {
        return label;
    }

    /** How much of the whole run is done when {@code fraction} of this stage is, 0 to 100. */
    double percent(double fraction) {
        double before = 0;
        for (Stage stage : values()) {
            if (stage == this) {
                break;
            }
            before += stage.share;
        }
        return before + share * Math.clamp(fraction, 0, 1);
    }
}
