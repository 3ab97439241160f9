package io.segmenta.web.person;

import io.segmenta.engine.features.Feature;
import io.segmenta.engine.orders.CustomerHistory;
import io.segmenta.engine.pipeline.Assignment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The features of one customer, as far as they are known. */
final class Traits {
    private Traits() {}

    /**
     * @param history null where it is not known yet, or not any more
     * @param snapshot of the run: the day from which days are counted
     */
    static Map<Feature, Double> of(Assignment customer, @Nullable CustomerHistory history, LocalDate snapshot) {
        Map<Feature, Double> traits = new EnumMap<>(Feature.class);
        double orders = customer.frequency();
        traits.put(Feature.RECENCY, (double) customer.recencyDays());
        traits.put(Feature.FREQUENCY, orders);
        traits.put(Feature.MONETARY, customer.monetary());
        traits.put(Feature.AVERAGE_BASKET_SIZE, customer.averageBasketSize());
        traits.put(Feature.CLV, customer.clv());
        traits.put(Feature.AVERAGE_ORDER_VALUE, customer.monetary() / orders);
        if (history != null && !history.orders().isEmpty()) {
            double tenure = ChronoUnit.DAYS.between(history.orders().getLast().day(), snapshot);
            traits.put(Feature.TENURE, tenure);
            // The last order may end a day after it began, so its first day does not tell.
            traits.put(
                    Feature.MEAN_DAYS_BETWEEN_ORDERS,
                    orders > 1 ? (tenure - customer.recencyDays()) / (orders - 1) : tenure);
            traits.put(Feature.DISTINCT_PRODUCTS, (double) history.allProducts());
        }
        return Collections.unmodifiableMap(traits);
    }
}
