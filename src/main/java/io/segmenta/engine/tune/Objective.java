package io.segmenta.engine.tune;

/** What the search looks for. */
public enum Objective {
    /** the highest silhouette, whatever the sizes of the segments */
    SILHOUETTE("silhouette"),
    /** the highest silhouette among settings whose every segment is large enough to be worth an action */
    USABLE_SEGMENTS("usable"),
    /**
     * what segments explain of how differently customers bought in time that was held out, among settings whose segments are usable and found
     * again
     */
    PREDICTIVE("predictive");

    private final String key;

    Objective(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
