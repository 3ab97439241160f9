package io.segmenta.engine.cluster.model;

/** How far apart two clusters are. */
public enum Linkage {
    /** by how much merging them raises the inertia: √(2·|A|·|B| / (|A| + |B|)) · ‖ā − b̄‖ (Ward 1963) */
    WARD("ward", "Ward"),
    /** the distance of their two farthest members */
    COMPLETE("complete", "complete"),
    /** the mean distance over all pairs of members */
    AVERAGE("average", "average"),
    /** the distance of their two nearest members */
    SINGLE("single", "single");

    private final String key;
    private final String label;

    Linkage(String key, String label) {
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
