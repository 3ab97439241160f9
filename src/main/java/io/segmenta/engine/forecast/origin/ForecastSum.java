package io.segmenta.engine.forecast.origin;

import java.util.stream.IntStream;

/**
 * Revenue that some customers are forecast to bring together, and how much it rests on few.
 *
 * @param value in currency, at least 0
 * @param breadth as many purchases of equal size by as many customers would be as unsure: chance moves the sum by about 1/√breadth of it. At
 *     least 0, and 0 where the value is
 */
public record ForecastSum(double value, double breadth) {
    public static final ForecastSum NONE = new ForecastSum(0, 0);

    public ForecastSum {
        if (!(value >= 0 && breadth >= 0) || !Double.isFinite(value + breadth)) {
            throw new IllegalArgumentException(
                    "A forecast sum needs a value and a breadth of at least 0, not " + value + " and " + breadth + ".");
        }
    }

    /**
     * Of all these customers. A customer's spend is a random number of purchases at a random rate, so that its variance is about its square
     * times 1 + 1 / the expected number.
     *
     * @param purchases expected
     * @param spend expected, of the same customers
     */
    public static ForecastSum of(double[] purchases, double[] spend) {
        return of(purchases, spend, IntStream.range(0, spend.length).toArray());
    }

    /** @param members indices of the customers that are summed up */
    public static ForecastSum of(double[] purchases, double[] spend, int[] members) {
        double sum = 0;
        double variance = 0;
        for (int i : members) {
            sum += spend[i];
            if (spend[i] > 0) {
                variance += spend[i] * spend[i] * (1 + 1 / purchases[i]);
            }
        }
        return variance > 0 ? new ForecastSum(sum, sum * sum / variance) : NONE;
    }
}
