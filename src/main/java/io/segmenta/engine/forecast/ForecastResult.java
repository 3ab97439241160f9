package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.history.PurchaseSummary;
import io.segmenta.engine.forecast.model.LifetimeValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The report, its customers, and the means to value any group of them. */
public final class ForecastResult {
    private final ForecastReport report;
    private final List<CustomerForecast> customers;
    private final List<PurchaseSummary> summaries;
    private final @Nullable LifetimeValue lifetimeValue;

    ForecastResult(
            ForecastReport report,
            List<CustomerForecast> customers,
            List<PurchaseSummary> summaries,
            @Nullable LifetimeValue lifetimeValue) {
        this.report = report;
        this.customers = List.copyOf(customers);
        this.summaries = List.copyOf(summaries);
        this.lifetimeValue = lifetimeValue;
    }

    public ForecastReport report() {
        return report;
    }

    /** Everybody with a priced purchase, ids ascending. */
    public List<CustomerForecast> customers() {
        return customers;
    }

    /** The same by id. */
    public Map<String, CustomerForecast> byId() {
        return customers.stream().collect(Collectors.toMap(CustomerForecast::customerId, Function.identity()));
    }

    /** Expected revenue of the next 52 weeks of these customers, for example a segment; empty where nothing could be tested. */
    public Optional<LifetimeValue.Total> lifetimeValue(Set<String> customerIds) {
        if (lifetimeValue == null) {
            return Optional.empty();
        }
        int[] members = IntStream.range(0, customers.size())
                .filter(i -> customerIds.contains(customers.get(i).customerId()))
                .toArray();
        return Optional.of(lifetimeValue.total(
                Arrays.stream(members).mapToObj(summaries::get).toList(),
                Arrays.stream(members)
                        .mapToDouble(
                                i -> Objects.requireNonNull(customers.get(i).forecast())
                                        .lifetimeValue())
                        .toArray()));
    }
}
