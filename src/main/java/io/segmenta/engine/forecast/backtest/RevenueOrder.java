package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.numeric.RankStatistics;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well forecasts ordered customers by revenue, on held-out time.
 *
 * @param gini area between the gains by forecast and those by chance, as a share of that by hindsight: 1 is perfect, 0 chance
 * @param spearman rank correlation of forecast and revenue
 * @param topTenth the share of all revenue that came from the tenth of customers with the largest forecasts
 */
public record RevenueOrder(double gini, double spearman, double topTenth) {
    /**
     * @param ids decide among equal forecasts
     * @param actual not all 0
     */
    public static RevenueOrder of(List<String> ids, double[] predicted, double[] actual) {
        double[] gains = ordered(ids, predicted, actual);
        double captured = Arrays.stream(gains).limit((gains.length + 9) / 10).sum();
        double total = 0;
        for (double revenue : actual) {
            total += revenue;
        }
        return new RevenueOrder(
                area(gains, total) / area(ordered(ids, actual, actual), total),
                RankStatistics.spearman(predicted, actual),
                captured / total);
    }

    /** Revenues, the largest forecast first. */
    private static double[] ordered(List<String> ids, double[] predicted, double[] actual) {
        return IntStream.range(0, actual.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -predicted[i]).thenComparing(ids::get))
                .mapToDouble(i -> actual[i])
                .toArray();
    }

    private static double area(double[] gains, double total) {
        double sum = 0;
        double area = 0;
        for (int i = 0; i < gains.length; i++) {
            sum += gains[i];
            area += sum / total - (i + 1.0) / gains.length;
        }
        return area;
    }
}
