package io.segmenta.engine.features;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One row a customer, sorted by id as text; columns in natural units.
 *
 * @param ids n customer ids, ascending by code point
 * @param columns every {@linkplain Feature#basic() basic} feature and what else was asked for, n values each
 * @param snapshot the day from which recency and tenure count
 * @param orders distinct pairs of customer and invoice
 * @param revenue compensated sum of monetary
 * @param lifespanDays the mean customer lifespan that historic CLV was computed with
 */
public record CustomerFeatures(
        List<String> ids,
        Map<Feature, double[]> columns,
        LocalDate snapshot,
        long orders,
        double revenue,
        double lifespanDays) {
    public int customers() {
        return ids.size();
    }

    /** The n values of a feature; not a copy, do not write to it. */
    public double[] column(Feature feature) {
        double[] column = columns.get(feature);
        if (column == null) {
            throw new IllegalArgumentException("The feature " + feature.label() + " was not computed.");
        }
        return column;
    }

    /**
     * Some of the customers.
     *
     * @param customers ascending indices, at least one
     */
    public CustomerFeatures pick(int[] customers) {
        Map<Feature, double[]> picked = new EnumMap<>(Feature.class);
        columns.forEach((feature, column) -> picked.put(
                feature, Arrays.stream(customers).mapToDouble(i -> column[i]).toArray()));
        return new CustomerFeatures(
                Arrays.stream(customers).mapToObj(ids::get).toList(),
                picked,
                snapshot,
                Math.round(sum(picked, Feature.FREQUENCY)),
                sum(picked, Feature.MONETARY),
                lifespanDays);
    }

    private static double sum(Map<Feature, double[]> columns, Feature feature) {
        return Arrays.stream(columns.getOrDefault(feature, new double[0])).sum();
    }
}
