package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.numeric.Quantiles;
import io.segmenta.engine.numeric.RankStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one person may bring: of the customers whose forecast stood in the same tenth at earlier origins, the 5 % and the 95 % point of what
 * they brought over what was forecast (split conformal prediction in groups).
 *
 * @see <a href="https://doi.org/10.1007/978-3-031-06649-8">Vovk, Gammerman and Shafer (2022), Algorithmic Learning in a Random World, section 4.6</a>
 */
public final class PersonSpread {
    private static final int TENTHS = 10;

    /** Per tenth, low and high. */
    private final double[][] ratios;

    private PersonSpread(double[][] ratios) {
        this.ratios = ratios;
    }

    /** Customers of one origin: what each was forecast to bring, more than 0, and what each brought. */
    record Persons(double[] forecast, double[] actual) {}

    /** @param origins at least one with a customer */
    static PersonSpread learned(List<Persons> origins) {
        double[][] ratios = new double[TENTHS][];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            List<double[]> found = new ArrayList<>();
            for (Persons persons : origins) {
                int[] order = RankStatistics.argsort(persons.forecast());
                found.add(Arrays.stream(order, from(tenth, order.length), from(tenth + 1, order.length))
                        .mapToDouble(i -> persons.actual()[i] / persons.forecast()[i])
                        .toArray());
            }
            double[] sorted =
                    found.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            double outside = (1 - SumSpread.NOMINAL) / 2;
            ratios[tenth] = new double[] {Quantiles.of(sorted, outside), Quantiles.of(sorted, 1 - outside)};
        }
        return new PersonSpread(ratios);
    }

    private static int from(int tenth, int customers) {
        return (int) ((long) customers * tenth / TENTHS);
    }

    /** @param forecast what each of all customers is forecast to bring */
    public Interval[] intervals(double[] forecast) {
        int[] order = RankStatistics.argsort(forecast);
        Interval[] intervals = new Interval[forecast.length];
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            for (int k = from(tenth, order.length); k < from(tenth + 1, order.length); k++) {
                double value = forecast[order[k]];
                intervals[order[k]] = new Interval(value * ratios[tenth][0], value * ratios[tenth][1]);
            }
        }
        return intervals;
    }
}
