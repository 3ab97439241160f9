package io.segmenta.engine.features;

/**
 * A feature matrix and where it came from.
 *
 * @param rows for each row of the matrix the index of its customer; shorter than the customers where outliers were removed
 * @param outlier for each customer whether the isolation forest finds him odd
 */
public record Transformed(FeatureMatrix matrix, int[] rows, boolean[] outlier, FittedTransform transform) {}
