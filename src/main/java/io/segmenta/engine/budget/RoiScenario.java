package io.segmenta.engine.budget;

import io.segmenta.engine.base.Seed;
import java.util.Arrays;
import java.util.List;

/**
 * What a split of a budget is expected to return: the money is spent once, on one campaign, and what it adds is counted over the horizon after
 * it.
 *
 * @param addedMargin Σ margin · revenue · uplift · (1 − e^(−spend/κ)) at the likely uplifts
 * @param roi (added margin − spend) / spend, a ratio; 0 where nothing is spent
 * @param breakEvenUplift the {@link Uplift}, the same in all segments, at which the added margin equals the spend; infinite where no
 *     revenue is expected, above 1 where no uplift is enough
 * @param paybackDays until the spend is earned back, the added margin arriving evenly over the horizon; infinite where it is not
 *     earned back within it
 */
public record RoiScenario(
        String name,
        BudgetPlan plan,
        Assumptions assumptions,
        double addedMargin,
        double roi,
        double breakEvenUplift,
        double paybackDays,
        RoiInterval interval) {

    /** @param plan with an amount for each response of the assumptions, in the same order */
    public static RoiScenario of(String name, BudgetPlan plan, Assumptions assumptions, Seed seed) {
        List<Response> responses = assumptions.responses();
        if (plan.allocations().size() != responses.size()) {
            throw new IllegalArgumentException("Every segment needs an amount and an assumption: "
                    + plan.allocations().size() + ", " + responses.size() + ".");
        }
        double[] spends = plan.spends();
        double margin = assumptions.margin().value();
        double added = 0;
        double addedByFullUplift = 0;
        for (int i = 0; i < spends.length; i++) {
            Response response = responses.get(i);
            added += response.addedMargin(margin, spends[i]);
            addedByFullUplift += response.marginAtFullUplift(margin, spends[i]);
        }
        double spend = Arrays.stream(spends).sum();
        return new RoiScenario(
                name,
                plan,
                assumptions,
                added,
                spend == 0 ? 0 : (added - spend) / spend,
                spend == 0 ? 0 : spend / addedByFullUplift,
                payback(spend, added, assumptions.horizonDays()),
                RoiSimulation.run(assumptions, spends, seed));
    }

    public RoiScenario named(String newName) {
        return new RoiScenario(newName, plan, assumptions, addedMargin, roi, breakEvenUplift, paybackDays, interval);
    }

    private static double payback(double spend, double added, int horizonDays) {
        if (spend == 0) {
            return 0;
        }
        return added < spend ? Double.POSITIVE_INFINITY : horizonDays * spend / added;
    }
}
