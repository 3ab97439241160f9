package io.segmenta.engine.evaluate;

/**
 * How well single rows lie in their clusters, −1 to 1: near 1 well inside, near 0 between two clusters, below 0 nearer to another one.
 *
 * @param rows which rows, ascending: all, or a sample of 20,000
 * @param values one for each of them
 * @param perCluster their mean per cluster, 0 where no row of it was drawn
 */
public record Silhouettes(int[] rows, double[] values, double[] perCluster) {}
