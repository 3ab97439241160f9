package io.segmenta.web.person;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.orders.Order;
import io.segmenta.engine.pipeline.Assignment;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of one customer, as far as they are known. */
final class Traits {
    private Traits() {}

    /** @param history null where it is not known yet, or not any more */
    static Map<Feature, Double> of(Assignment customer, @Nullable CustomerHistory history) {
        Map<Feature, Double> traits = new EnumMap<>(Feature.class);
        traits.put(Feature.RECENCY, (double) customer.recencyDays());
        traits.put(Feature.FREQUENCY, (double) customer.frequency());
        traits.put(Feature.MONETARY, customer.monetary());
        traits.put(Feature.AVERAGE_BASKET_SIZE, customer.averageBasketSize());
        traits.put(Feature.CLV, customer.clv());
        traits.put(Feature.AVERAGE_ORDER_VALUE, customer.monetary() / customer.frequency());
        if (history != null && !history.orders().isEmpty()) {
            Order latest = history.orders().getFirst();
            Order first = history.orders().getLast();
            double between = ChronoUnit.DAYS.between(first.day(), latest.day());
            traits.put(Feature.TENURE, between + customer.recencyDays());
            traits.put(
                    Feature.MEAN_DAYS_BETWEEN_ORDERS,
                    customer.frequency() > 1 ? between / (customer.frequency() - 1) : between + customer.recencyDays());
            traits.put(Feature.DISTINCT_PRODUCTS, (double) history.allProducts());
        }
        return Collections.unmodifiableMap(traits);
    }
}
