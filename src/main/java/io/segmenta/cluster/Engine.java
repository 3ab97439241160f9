package io.segmenta.cluster;

/** Whose implementation does the work. */
public enum Engine {
    SEGMENTA,
    WEKA
}
