package io.segmenta.engine.tune;

/** What the search looks for. */
public enum Objective {
    /** the highest silhouette, whatever the sizes of the segments */
    SILHOUETTE("silhouette"),
    /** the highest silhouette among settings whose every segment is large enough to be worth an action */
    USABLE_SEGMENTS("usable");

    private final String key;

    Objective(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
