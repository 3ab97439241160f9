package io.segmenta.engine.pipeline;

import io.segmenta.engine.forecast.CustomerForecast;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a run with his features in natural units.
 *
 * @param cluster −1 where he was left out of the clustering as an outlier
 * @param forecast null where the run made none, or the customer never paid for anything
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
        @Nullable CustomerForecast forecast) {}
