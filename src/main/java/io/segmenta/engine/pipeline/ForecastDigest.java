package io.segmenta.engine.pipeline;

import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.CustomerForecast.Forecast;
import io.segmenta.engine.forecast.ForecastResult;
import io.segmenta.engine.forecast.ForecastResult.Together;
import io.segmenta.engine.forecast.model.LifetimeValue;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The forecasts of all customers, counted, so that no page has to read every customer. Empty lists where nothing could be tested.
 *
 * @param inactive customers by probability to be inactive, in ten steps of 10 %
 * @param lifetimeValues the mean expected revenue of each tenth of the customers in the next 52 weeks, the lowest tenth first
 * @param overdueByState null in documents of versions that told who is overdue by something else than their state, and where nothing could be tested
 * @param segments in the order of the run's segments
 * @param mostValuable the customers of most value by what ranked customers best in the test; empty in documents of versions that did not count them
 */
public record ForecastDigest(
        List<Integer> inactive,
        List<Double> lifetimeValues,
        @Nullable OverdueReport overdueByState,
        List<SegmentForecast> segments,
        @Nullable List<CustomerForecast> mostValuable) {
    private static final LifetimeValue.Total ZERO = new LifetimeValue.Total(0, null);
    private static final Together NOTHING = new Together(ZERO, ZERO, ZERO);
    private static final int STEPS = 10;
    private static final int LISTED = 20;

    public ForecastDigest {
        inactive = List.copyOf(inactive);
        lifetimeValues = List.copyOf(lifetimeValues);
        segments = List.copyOf(segments);
        mostValuable = mostValuable == null ? List.of() : List.copyOf(mostValuable);
    }

    /** The share of all lifetime value that the highest tenth is expected to bring, 0–1. */
    public double shareOfTopTenth() {
        double sum = lifetimeValues.stream().mapToDouble(Double::doubleValue).sum();
        return sum > 0 ? lifetimeValues.getLast() / sum : 0;
    }

    /**
     * @param ids of all customers of the run
     * @param clusters of the same customers
     * @param standings of the same customers
     */
    static ForecastDigest of(
            ForecastResult value, List<String> ids, int[] clusters, List<Segment> segments, Standings standings) {
        List<Forecast> forecasts = value.customers().stream()
                .map(CustomerForecast::forecast)
                .filter(Objects::nonNull)
                .toList();
        if (forecasts.isEmpty()) {
            return new ForecastDigest(List.of(), List.of(), null, List.of(), List.of());
        }
        return new ForecastDigest(
                steps(forecasts),
                tenths(forecasts),
                overdue(value, ids, standings),
                segments(value, ids, clusters, segments),
                value.mostValuable(LISTED));
    }

    private static OverdueReport overdue(ForecastResult value, List<String> ids, Standings standings) {
        Map<String, Standing> overdue = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (standings.state(i).isOverdue()) {
                overdue.put(ids.get(i), standings.of(i));
            }
        }
        LifetimeValue.Total usual =
                value.together(overdue.keySet()).orElse(NOTHING).usual();
        return new OverdueReport(
                overdue.size(),
                (double) overdue.size() / ids.size(),
                usual.value(),
                usual.interval(),
                mostValuable(value.customers().stream().filter(customer -> overdue.containsKey(customer.customerId())))
                        .stream()
                        .map(customer -> new OverdueReport.Line(
                                customer, Objects.requireNonNull(overdue.get(customer.customerId()))))
                        .toList());
    }

    private static List<CustomerForecast> mostValuable(Stream<CustomerForecast> customers) {
        return customers
                .sorted(Comparator.comparingDouble(ForecastDigest::lifetimeValue)
                        .reversed()
                        .thenComparing(CustomerForecast::customerId))
                .limit(LISTED)
                .toList();
    }

    /** Never null, whatever the document says. */
    @Override
    public List<CustomerForecast> mostValuable() {
        return Objects.requireNonNull(mostValuable);
    }

    private static double lifetimeValue(CustomerForecast customer) {
        Forecast forecast = customer.forecast();
        return forecast == null ? 0 : forecast.lifetimeValue();
    }

    private static List<Integer> steps(List<Forecast> forecasts) {
        int[] counts = new int[STEPS];
        for (Forecast forecast : forecasts) {
            counts[Math.clamp((int) (STEPS * forecast.inactive()), 0, STEPS - 1)]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static List<Double> tenths(List<Forecast> forecasts) {
        double[] sorted =
                forecasts.stream().mapToDouble(Forecast::lifetimeValue).sorted().toArray();
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            int from = (int) ((long) sorted.length * i / STEPS);
            int to = (int) ((long) sorted.length * (i + 1) / STEPS);
            means.add(Arrays.stream(sorted, from, to).average().orElse(0));
        }
        return means;
    }

    private static List<SegmentForecast> segments(
            ForecastResult value, List<String> ids, int[] clusters, List<Segment> segments) {
        Map<String, CustomerForecast> byId = value.byId();
        List<SegmentForecast> found = new ArrayList<>();
        for (Segment segment : segments) {
            Set<String> members = new HashSet<>();
            double inactive = 0;
            for (int i = 0; i < clusters.length; i++) {
                CustomerForecast customer = clusters[i] == segment.cluster() ? byId.get(ids.get(i)) : null;
                Forecast forecast = customer == null ? null : customer.forecast();
                if (forecast != null) {
                    members.add(ids.get(i));
                    inactive += forecast.inactive();
                }
            }
            Together together = value.together(members).orElse(NOTHING);
            found.add(new SegmentForecast(
                    segment.cluster(),
                    inactive / Math.max(1, members.size()),
                    together.spend().value(),
                    together.lifetimeValue(),
                    together.spend().interval()));
        }
        return found;
    }
}
