package io.segmenta.budget;

import io.segmenta.base.Money;
import io.segmenta.segment.Segment;
import java.util.List;

/**
 * Money split over segments; the amounts add up to the total exactly.
 *
 * @param notes what the manager must know about how it was split, for example widened bounds; sentences, may be empty
 */
public record BudgetPlan(Money total, List<Allocation> allocations, List<String> notes) {
    /** @param share of the total, 0–1, before rounding to cents */
    public record Allocation(Segment segment, double share, Money amount) {}
}
