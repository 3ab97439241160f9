package io.segmenta.engine.tune;

/**
 * What is known of one point of the search space.
 *
 * @param point a value per dimension
 * @param score higher is better
 * @param violation 0 for a point that may be used, else by how much it may not
 */
public record Observation(double[] point, double score, double violation) {}
