package io.segmenta.engine.tune;

/** What the search looks for. */
public enum Objective {
    /** the highest silhouette, whatever the sizes of the segments */
    SILHOUETTE("silhouette", "Silhouette"),
    /** the highest silhouette among settings whose every segment is large enough to be worth an action */
    USABLE_SEGMENTS("usable", "Usable segments");

    private final String key;
    private final String label;

    Objective(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }
}
