package io.segmenta.engine.pipeline;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.rhythm.Standings;
import io.segmenta.engine.rhythm.State;
import java.util.Map;

/**
 * Everything a run found.
 *
 * @param clusters for each customer, −1 where they were left out as an outlier
 * @param outlier for each customer
 * @param standings of the customers, in the order of the features
 * @param forecasts by customer id; empty where the run made none
 */
public record Outcome(
        RunResult result,
        CustomerFeatures features,
        int[] clusters,
        boolean[] outlier,
        Standings standings,
        Map<String, CustomerForecast> forecasts) {
    public int customers() {
        return clusters.length;
    }

    /** @param customer from 0, in the order of {@link CustomerFeatures#ids} */
    public Assignment assignment(int customer) {
        return new Assignment(
                features.ids().get(customer),
                (int) value(Feature.RECENCY, customer),
                (int) value(Feature.FREQUENCY, customer),
                value(Feature.MONETARY, customer),
                value(Feature.AVERAGE_BASKET_SIZE, customer),
                value(Feature.CLV, customer),
                outlier[customer],
                clusters[customer],
                forecasts.get(features.ids().get(customer)),
                standings.of(customer));
    }

    /** @param customer as in {@link #assignment} */
    public State state(int customer) {
        return standings.state(customer);
    }

    private double value(Feature feature, int customer) {
        return features.column(feature)[customer];
    }
}
