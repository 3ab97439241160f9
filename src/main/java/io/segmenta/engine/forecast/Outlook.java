package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.model.LifetimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all customers together.
 *
 * @param purchases expected in the next horizon
 * @param spend expected in the next horizon
 * @param lifetimeValue of the next 52 weeks, discounted
 * @param spendInterval in which the spend will lie 9 times in 10; null in documents of versions that did not test that
 */
public record Outlook(
        double purchases,
        double spend,
        LifetimeValue.Total lifetimeValue,
        @Nullable Interval spendInterval) {}
