package io.segmenta.engine.forecast;

import io.segmenta.engine.forecast.model.LifetimeValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private final @Nullable ForecastSums sums;

    private final double[] ranks;

    /** @param ranks what the customers are ranked by; none where nothing could be tested */
    ForecastResult(
            ForecastReport report, List<CustomerForecast> customers, @Nullable ForecastSums sums, double[] ranks) {
        this.report = report;
        this.customers = List.copyOf(customers);
        this.sums = sums;
        this.ranks = ranks;
    }

    public ForecastReport report() {
        return report;
    }

    /** Everybody with a priced purchase, ids ascending. */
    public List<CustomerForecast> customers() {
        return customers;
    }

    /** Those of most value by what ranked customers best in the test, the first of them first; empty where nothing could be tested. */
    public List<CustomerForecast> mostValuable(int most) {
        return IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -ranks[i])
                        .thenComparing(i -> customers.get(i).customerId()))
                .limit(most)
                .map(customers::get)
                .toList();
    }

    /** The same by id. */
    public Map<String, CustomerForecast> byId() {
        return customers.stream().collect(Collectors.toMap(CustomerForecast::customerId, Function.identity()));
    }

    /** What these customers, for example a segment, are expected to bring together; empty where nothing could be tested. */
    public Optional<Together> together(Set<String> customerIds) {
        if (sums == null) {
            return Optional.empty();
        }
        int[] members = IntStream.range(0, customers.size())
                .filter(i -> customerIds.contains(customers.get(i).customerId()))
                .toArray();
        return Optional.of(new Together(sums.spend(members), sums.lifetimeValue(members), sums.usual(members)));
    }

    /**
     * @param spend in the next horizon
     * @param lifetimeValue of the next 52 weeks
     * @param usual in a horizon, were they to buy as in the last year
     */
    public record Together(LifetimeValue.Total spend, LifetimeValue.Total lifetimeValue, LifetimeValue.Total usual) {}
}
