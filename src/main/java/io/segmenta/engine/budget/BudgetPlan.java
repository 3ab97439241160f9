package io.segmenta.engine.budget;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.segment.Segment;
import java.util.List;

/**
 * Money split over segments; the amounts add up to the total exactly.
 *
 * @param notes what the manager must know about how it was split, for example widened bounds; sentences, may be empty
 */
public record BudgetPlan(Money total, List<Allocation> allocations, List<String> notes) {

    public BudgetPlan {
        allocations = List.copyOf(allocations);
        notes = List.copyOf(notes);
        Money sum = allocations.stream().map(Allocation::amount).reduce(Money.ZERO, Money::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException(
                    "The amounts add up to " + sum + ", not to the budget of " + total + ".");
        }
    }

    /** Per allocation, in the currency. */
    double[] spends() {
        return allocations.stream()
                .mapToDouble(allocation -> allocation.amount().amount())
                .toArray();
    }

    /** @param share of the total, 0–1, before rounding to cents */
    public record Allocation(Segment segment, double share, Money amount) {}
}
