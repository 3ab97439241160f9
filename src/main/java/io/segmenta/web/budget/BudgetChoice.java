package io.segmenta.web.budget;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.budget.Assumptions;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the page; lives in its address.
 *
 * @param budget a month's, at least 0 and below a billion; null for as much as pays by the assumptions
 * @param free whether the optimised split may leave the ranges of the playbook
 * @param retention percent of the money at stake to spend on keeping it, 1–100
 * @param edits of the assumptions
 */
record BudgetChoice(@Nullable Money budget, boolean free, int retention, AssumptionEdits edits) {
    static final BigDecimal END = BigDecimal.valueOf(1_000_000_000);
    private static final int USUAL_RETENTION = 15;

    /** @param first the assumptions one begins with */
    static BudgetChoice of(QueryParameters query, Assumptions first) {
        Money budget = read(query, "budget", BigDecimal::new)
                .filter(BudgetChoice::usable)
                .map(BudgetChoice::money)
                .orElse(null);
        int retention = read(query, "retention", Integer::valueOf)
                .filter(percent -> percent >= 1 && percent <= 100)
                .orElse(USUAL_RETENTION);
        // what pays is told for money that goes wherever it adds most
        boolean free = query.getSingleParameter("free").map("1"::equals).orElse(budget == null);
        return new BudgetChoice(budget, free, retention, AssumptionEdits.of(query, first));
    }

    static boolean usable(BigDecimal amount) {
        return amount.signum() >= 0 && amount.compareTo(END) < 0;
    }

    static Money money(BigDecimal amount) {
        return Money.of(amount.doubleValue());
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        if (budget != null) {
            parameters.put("budget", budget.toString());
        }
        if (free != (budget == null)) {
            parameters.put("free", free ? "1" : "0");
        }
        if (retention != USUAL_RETENTION) {
            parameters.put("retention", String.valueOf(retention));
        }
        edits.numbers().forEach((key, number) -> parameters.put(key, number.toPlainString()));
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
