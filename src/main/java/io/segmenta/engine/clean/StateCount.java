package io.segmenta.engine.clean;

/**
 * What became of some orders, and how much that is.
 *
 * @param state as it is written first in the alphabet, upper and lower case being the same; empty for rows without one
 * @param orders distinct pairs of customer and order
 * @param money sum of the absolute amounts, as of rows that are dropped
 */
public record StateCount(String state, long rows, long orders, double money) {}
