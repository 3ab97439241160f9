package io.segmenta.engine.cluster.model;

/** Whose implementation does the work. */
public enum Engine {
    SEGMENTA("segmenta", "Segmenta"),
    WEKA("weka", "Weka");

    private final String key;
    private final String label;

    Engine(String key, String label) {
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
