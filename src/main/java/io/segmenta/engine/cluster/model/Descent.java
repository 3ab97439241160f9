package io.segmenta.engine.cluster.model;

/**
 * Where one descent of k-means ended.
 *
 * @param labels the cluster of each row, from 0; clusters that lost all their rows may be missing
 * @param iterations that it took
 */
public record Descent(int[] labels, int iterations) {}
