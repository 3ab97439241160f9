package io.segmenta.engine.features;

import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;

/**
 * Where a column lies and how wide it is.
 *
 * @param scale never 0: a constant column has the scale 1
 */
record Column(double centre, double scale) {
    /** Ranges below this are rounding noise of a constant column. */
    private static final double NO_RANGE = 10 * Math.ulp(1.0);

    /** @param sorted at least one value, ascending */
    static Column of(double[] sorted, TransformSettings.Scaler scaler) {
        return switch (scaler) {
            case NONE -> new Column(0, 1);
            case ROBUST ->
                new Column(
                        Quantiles.ofNumpy(sorted, 0.5),
                        positive(Quantiles.ofNumpy(sorted, 0.75) - Quantiles.ofNumpy(sorted, 0.25)));
            case STANDARD -> {
                double mean = Arrays.stream(sorted).sum() / sorted.length;
                double variance =
                        Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum() / sorted.length;
                yield new Column(mean, positive(Math.sqrt(variance)));
            }
        };
    }

    private static double positive(double range) {
        return range < NO_RANGE ? 1 : range;
    }
}
