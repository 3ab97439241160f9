package io.segmenta.run;

/**
 * A customer of a run with his features in natural units.
 *
 * @param cluster −1 where he was left out of the clustering as an outlier
 */
public record Assignment(
        String customerId,
        int recencyDays,
        int frequency,
        double monetary,
        double averageBasketSize,
        double clv,
        boolean outlier,
        int cluster) {}
