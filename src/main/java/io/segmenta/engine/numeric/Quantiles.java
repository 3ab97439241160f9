package io.segmenta.engine.numeric;

/**
 * Quantiles by linear interpolation between the neighbours of rank (n − 1) × share, type 7 of Hyndman and Fan, which numpy and DuckDB
 * mean too. All take at least one value, ascending.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1996.10473566">Hyndman and Fan (1996), Sample Quantiles in Statistical Packages</a>
 */
public final class Quantiles {
    private Quantiles() {}

    /** @param share 0 to 1 */
    public static double of(double[] sorted, double share) {
        double rank = (sorted.length - 1) * share;
        int below = (int) rank;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (rank - below) * (above - sorted[below]);
    }

    /**
     * The same, counted from the nearer neighbour as numpy does; the two differ in the last digit. Features take it, so that their scales
     * are those of scikit-learn to that digit.
     *
     * @param share 0 to 1
     */
    public static double ofNumpy(double[] sorted, double share) {
        double rank = (sorted.length - 1) * share;
        int below = (int) rank;
        if (below + 1 >= sorted.length) {
            return sorted[sorted.length - 1];
        }
        double step = sorted[below + 1] - sorted[below];
        double part = rank - below;
        return part < 0.5 ? sorted[below] + step * part : sorted[below + 1] - step * (1 - part);
    }

    /** The middle value, or the mean of both middle ones. */
    public static double median(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
