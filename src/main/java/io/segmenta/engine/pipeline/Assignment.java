package io.segmenta.engine.pipeline;

import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.rhythm.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a run with their features in natural units.
 *
 * @param cluster −1 where they were left out of the clustering as an outlier
 * @param forecast null where the run made none, or the customer never paid for anything
 * @param standing null in runs of versions that did not tell it
 */
public record Assignment(
        String customerId,
        int recencyDays,
        int frequency,
        double monetary,
        double averageBasketSize,
        double clv,
        boolean outlier,
        int cluster,
        @Nullable CustomerForecast forecast,
        @Nullable Standing standing) {}
