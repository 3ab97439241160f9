package io.segmenta.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything needed to transform a new customer as the fitted ones were: log1p, capping, centring, scaling, per feature in order.
 *
 * @param lower 1st percentile of log1p values to cap at, or null where nothing is capped
 * @param upper 99th percentile likewise
 * @param centres subtracted after capping
 * @param scales divided by; never 0
 */
public record FittedTransform(
        List<Feature> features,
        double @Nullable [] lower,
        double @Nullable [] upper,
        double[] centres,
        double[] scales) {}
