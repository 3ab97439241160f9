package io.segmenta.engine.features;

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
            case ROBUST -> new Column(quantile(sorted, 0.5), positive(quantile(sorted, 0.75) - quantile(sorted, 0.25)));
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

    /** Linear interpolation between the neighbours of rank (n − 1) × share: type 7 of Hyndman and Fan (1996), numpy's default. */
    static double quantile(double[] sorted, double share) {
        double rank = (sorted.length - 1) * share;
        int below = (int) rank;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        double step = sorted[below + 1] - sorted[below];
        double part = rank - below;
        return part < 0.5 ? sorted[below] + step * part : sorted[below + 1] - step * (1 - part);
    }
}
