package io.segmenta.service.plan;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.CustomerForecast.Forecast;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What the customers of each segment are expected to spend over the horizon, which is how unsure the segment's revenue is. Of large runs a
 * sample; those last asked for are remembered, because reading them takes seconds where there are a million customers.
 */
final class CustomerValues {
    private static final int REMEMBERED = 4;

    private final RunService runs;
    private final Map<RunId, List<double[]>> remembered = new LinkedHashMap<>();

    CustomerValues(RunService runs) {
        this.runs = runs;
    }

    /** @return per segment; empty where the run made no forecast of it */
    synchronized List<double[]> of(RunId run, List<Segment> segments) {
        List<double[]> known = remembered.remove(run);
        List<double[]> values =
                known == null ? of(segments, runs.sample(run, PlanService.MOST_CUSTOMERS).stream()) : known;
        remembered.put(run, values);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        return values;
    }

    static List<double[]> of(List<Segment> segments, Stream<Assignment> customers) {
        Map<Integer, DoubleStream.Builder> spends = new HashMap<>();
        customers.forEach(customer -> {
            CustomerForecast found = customer.forecast();
            Forecast forecast = found == null ? null : found.forecast();
            if (forecast != null) {
                spends.computeIfAbsent(customer.cluster(), any -> DoubleStream.builder())
                        .add(forecast.spend());
            }
        });
        return segments.stream()
                .map(segment -> spends.getOrDefault(segment.cluster(), DoubleStream.builder())
                        .build()
                        .toArray())
                .toList();
    }

    /** @param seed of the run */
    static Seed seed(Seed seed) {
        return seed.derive("return on the budget");
    }
}
