package io.segmenta.run;

/** The stages of a run, in order, each with its usual share of the time. */
public enum Stage {
    INGEST("Reading the file"),
    CLEAN("Cleaning the transactions"),
    FEATURES("Computing customer features"),
    TRANSFORM("Preparing the feature matrix"),
    CLUSTER("Finding segments"),
    EVALUATE("Grading the segments"),
    STORE("Saving the results");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
