package io.segmenta.engine.evaluate;

/**
 * Internal indices of a clustering.
 *
 * @param silhouette −1 to 1, higher is better (Rousseeuw 1987)
 * @param daviesBouldin ≥ 0, lower is better (Davies and Bouldin 1979)
 * @param calinskiHarabasz ≥ 0, higher is better (Caliński and Harabasz 1974)
 * @param silhouetteRows rows the silhouette was computed on: all, or a seeded sample of 20,000
 */
public record Metrics(double silhouette, double daviesBouldin, double calinskiHarabasz, int silhouetteRows) {}
