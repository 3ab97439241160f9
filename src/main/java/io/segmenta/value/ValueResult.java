package io.segmenta.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report, its customers, and the means to value any group of them. */
public final class ValueResult {
    private final ValueReport report;
    private final List<CustomerForecast> customers;
    private final List<PurchaseSummary> summaries;
    private final @Nullable LifetimeValue lifetimeValue;

    ValueResult(
            ValueReport report,
            List<CustomerForecast> customers,
            List<PurchaseSummary> summaries,
            @Nullable LifetimeValue lifetimeValue) {
        this.report = report;
        this.customers = List.copyOf(customers);
        this.summaries = List.copyOf(summaries);
        this.lifetimeValue = lifetimeValue;
    }

    public ValueReport report() {
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
        return lifetimeValue == null
                ? Optional.empty()
                : Optional.of(lifetimeValue.total(summaries.stream()
                        .filter(s -> customerIds.contains(s.customerId()))
                        .toList()));
    }
}
