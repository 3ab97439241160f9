package io.segmenta.engine.budget;

/**
 * How sure a return is, from simulated draws. Ratios: 0.5 is 50 %.
 *
 * @param p10 nine in ten draws are better
 * @param p50 the median
 * @param p90 one in ten draws is better
 * @param probabilityPositive share of draws with a return above 0
 */
public record RoiInterval(double p10, double p50, double p90, double probabilityPositive, int draws) {}
