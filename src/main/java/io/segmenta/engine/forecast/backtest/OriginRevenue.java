package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.origin.ForecastSum;
import io.segmenta.engine.forecast.origin.Origin;
import io.segmenta.engine.numeric.RankStatistics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Revenue that was forecast at an origin beside what came, of all customers and of groups that were known then.
 *
 * @param origin the last day that was known
 * @param days after it
 * @param fifths of the customers by what they had spent until then, the lowest first; they stand for segments, which are drawn at the end of
 *     the data and would know what came
 */
record OriginRevenue(LocalDate origin, int days, Part all, List<Part> fifths) {
    private static final int GROUPS = 5;
    /** Nothing at all counts as a twentieth of the forecast. */
    private static final double LARGEST = 3;

    /** Some of the customers. */
    record Part(int customers, ForecastSum forecast, double actual) {
        /** ln(actual / forecast), within ±{@value #LARGEST}. */
        double error() {
            return Math.clamp(Math.log(actual / forecast.value()), -LARGEST, LARGEST);
        }

        private static Part of(int[] members, double[] purchases, double[] spend, double[] actual) {
            return new Part(
                    members.length,
                    ForecastSum.of(purchases, spend, members),
                    Arrays.stream(members).mapToDouble(i -> actual[i]).sum());
        }
    }

    OriginRevenue {
        fifths = List.copyOf(fifths);
    }

    /**
     * @param purchases forecast of each customer
     * @param spend likewise
     * @param actual what each spent
     */
    static OriginRevenue of(Origin origin, int days, double[] purchases, double[] spend, double[] actual) {
        int[] order = RankStatistics.argsort(origin.spend());
        List<Part> fifths = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            int from = (int) ((long) order.length * group / GROUPS);
            int to = (int) ((long) order.length * (group + 1) / GROUPS);
            fifths.add(Part.of(Arrays.copyOfRange(order, from, to), purchases, spend, actual));
        }
        int[] all = IntStream.range(0, spend.length).toArray();
        return new OriginRevenue(origin.population().origin(), days, Part.of(all, purchases, spend, actual), fifths);
    }
}
