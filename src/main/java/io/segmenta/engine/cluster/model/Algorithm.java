package io.segmenta.engine.cluster.model;

/** The families of clustering algorithms. */
public enum Algorithm {
    KMEANS("kmeans", "k-means"),
    AGGLOMERATIVE("agglomerative", "hierarchical clustering"),
    MIXTURE("gmm", "Gaussian mixture");

    private final String key;
    private final String label;

    Algorithm(String key, String label) {
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
