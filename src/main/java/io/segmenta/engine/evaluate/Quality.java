package io.segmenta.engine.evaluate;

/** One word for how good a clustering is. */
public enum Quality {
    EXCELLENT("Excellent", 0.71, 0.85, "The segments lie far apart from each other."),
    GOOD("Good", 0.51, 0.75, "The segments are clearly distinct, with few customers between them."),
    FAIR("Fair", 0.26, 0.6, "The segments differ, but many customers lie between two of them."),
    POOR(
            "Poor",
            -1,
            0,
            "The segments blend into each other: they are a way to sort customers rather than groups found in the data.");

    private final String label;
    private final double silhouette;
    private final double jaccard;
    private final String sentence;

    Quality(String label, double silhouette, double jaccard, String sentence) {
        this.label = label;
        this.silhouette = silhouette;
        this.jaccard = jaccard;
        this.sentence = sentence;
    }

    public String label() {
        return label;
    }

    /** From here on a cluster that is found again has this word; 0–1. */
    public double leastJaccard() {
        return jaccard;
    }

    /** What the word says about how far the segments lie apart. */
    public String sentence() {
        return sentence;
    }

    /** By how well separated the clusters are, in the bands of Kaufman and Rousseeuw (1990, table 4). */
    public static Quality ofSilhouette(double silhouette) {
        for (Quality quality : values()) {
            // The published bands have two decimals.
            if (Math.round(silhouette * 100) / 100.0 >= quality.silhouette) {
                return quality;
            }
        }
        return POOR;
    }

    /** By how surely a cluster is found again, in the bands of Hennig (2007). */
    public static Quality ofJaccard(double jaccard) {
        for (Quality quality : values()) {
            if (jaccard >= quality.jaccard) {
                return quality;
            }
        }
        return POOR;
    }
}
