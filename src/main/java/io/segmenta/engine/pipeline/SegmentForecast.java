package io.segmenta.engine.pipeline;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.model.LifetimeValue;
import org.jspecify.annotations.Nullable;

/**
 * What is expected of a segment's customers.
 *
 * @param cluster of the segment
 * @param inactive the mean of their probabilities to be inactive in the next horizon
 * @param spend expected of all of them in the next horizon
 * @param lifetimeValue expected revenue of all of them in the next 52 weeks
 * @param spendInterval in which the spend will lie 9 times in 10; null in documents of versions that did not test that
 */
public record SegmentForecast(
        int cluster,
        double inactive,
        double spend,
        LifetimeValue.Total lifetimeValue,
        @Nullable Interval spendInterval) {}
