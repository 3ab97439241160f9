package io.segmenta.engine.pipeline;

/**
 * The stages of a run, in order, each with its usual share of the time of a run on a dataset that has been read already, with given
 * hyperparameters and with a search for them.
 */
public enum Stage {
    INGEST("Reading the file", 0, 0),
    CLEAN("Cleaning the transactions", 32, 14),
    FEATURES("Computing customer features", 14, 6),
    TRANSFORM("Preparing the feature matrix", 8, 4),
    CLUSTER("Finding segments", 9, 58),
    EVALUATE("Grading the segments", 7, 3),
    EXPLAIN("Explaining the segments", 12, 7),
    VALUE("Forecasting purchases and value", 13, 6),
    STORE("Saving the results", 5, 2);

    private final String label;
    private final int share;
    private final int tunedShare;

    Stage(String label, int share, int tunedShare) {
        this.label = label;
        this.share = share;
        this.tunedShare = tunedShare;
    }

    public String label() {
        return label;
    }

    /** How much of the whole run is done when {@code fraction} of this stage is, 0 to 100. */
    public double percent(double fraction, boolean tunes) {
        double before = 0;
        for (Stage stage : values()) {
            if (stage == this) {
                break;
            }
            before += stage.share(tunes);
        }
        return before + share(tunes) * Math.clamp(fraction, 0, 1);
    }

    private int share(boolean tunes) {
        return tunes ? tunedShare : share;
    }
}
