package io.segmenta.engine.cluster.model;

/** The shapes the components of a Gaussian mixture may take. */
public enum Covariance {
    /** each its own ellipsoid */
    FULL("full"),
    /** all the same ellipsoid */
    TIED("tied"),
    /** each its own ellipsoid along the axes */
    DIAG("diag"),
    /** each its own ball */
    SPHERICAL("spherical");

    private final String key;

    Covariance(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** Free parameters of a mixture: covariances, means, and weights that sum to 1. */
    public int parameters(int components, int columns) {
        int covariances =
                switch (this) {
                    case FULL -> components * columns * (columns + 1) / 2;
                    case TIED -> columns * (columns + 1) / 2;
                    case DIAG -> components * columns;
                    case SPHERICAL -> components;
                };
        return covariances + components * columns + components - 1;
    }
}
