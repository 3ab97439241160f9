package io.segmenta.engine.cluster.model;

/** Whose implementation does the work. */
public enum Engine {
    SEGMENTA,
    WEKA
}
