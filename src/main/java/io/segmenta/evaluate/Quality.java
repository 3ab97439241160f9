package io.segmenta.evaluate;

/** One word for how well separated the clusters are, after the bands of Kaufman and Rousseeuw (1990, table 4) for the silhouette. */
public enum Quality {
    EXCELLENT("Excellent", 0.71),
    GOOD("Good", 0.51),
    FAIR("Fair", 0.26),
    POOR("Poor", -1);

    private final String label;
    private final double from;

    Quality(String label, double from) {
        this.label = label;
        this.from = from;
    }

    public String label() {
        return label;
    }

    public static Quality ofSilhouette(double silhouette) {
        for (Quality quality : values()) {
            // The published bands have two decimals.
            if (Math.round(silhouette * 100) / 100.0 >= quality.from) {
                return quality;
            }
        }
        return POOR;
    }
}
