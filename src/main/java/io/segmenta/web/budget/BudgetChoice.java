package io.segmenta.web.budget;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.base.Money;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the page; lives in its address.
 *
 * @param budget a month's, at least 0 and below a billion
 * @param increase expected increase of the conversion in percent, 1–50
 * @param cluster the segment to calculate for, null for all
 */
record BudgetChoice(Money budget, int increase, @Nullable Integer cluster) {
    static final BigDecimal END = BigDecimal.valueOf(1_000_000_000);
    private static final Money USUAL = new Money(1_000_000);
    private static final int USUAL_INCREASE = 10;

    static BudgetChoice of(QueryParameters query) {
        Money budget = read(query, "budget", BigDecimal::new)
                .filter(BudgetChoice::usable)
                .map(BudgetChoice::money)
                .orElse(USUAL);
        int increase = read(query, "increase", Integer::valueOf)
                .filter(percent -> percent >= 1 && percent <= 50)
                .orElse(USUAL_INCREASE);
        return new BudgetChoice(
                budget, increase, read(query, "segment", Integer::valueOf).orElse(null));
    }

    static boolean usable(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(END) < 0;
    }

    static Money money(BigDecimal amount) {
        return Money.of(amount.doubleValue());
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("budget", budget.toString());
        parameters.put("increase", String.valueOf(increase));
        if (cluster != null) {
            parameters.put("segment", String.valueOf(cluster));
        }
        return parameters;
    }

    private static <T> Optional<T> read(QueryParameters query, String name, Function<String, T> reader) {
        try {
            return query.getSingleParameter(name).map(reader);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
