package io.segmenta.budget;

import io.segmenta.base.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a split of a budget is expected to return.
 *
 * @param addedMargin Σ margin · revenue · uplift · (1 − e^(−spend/κ)) at the likely uplifts
 * @param roi (added margin − spend) / spend, a ratio; 0 where nothing is spent
 * @param breakEvenUplift the uplift, the same in all segments, at which the added margin equals the spend
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

    /**
     * @param plan with an amount for each response of the assumptions, in the same order
     * @param customerValues per response what each of its customers is expected to bring over the horizon, for the bootstrap; an
     *     empty array keeps the segment's revenue fixed
     */
    public static RoiScenario of(
            String name, BudgetPlan plan, Assumptions assumptions, List<double[]> customerValues, Seed seed) {
        List<Response> responses = assumptions.responses();
        if (plan.allocations().size() != responses.size() || customerValues.size() != responses.size()) {
            throw new IllegalArgumentException("Every segment needs an amount, an assumption and its customers: "
                    + plan.allocations().size() + ", " + responses.size() + ", " + customerValues.size() + ".");
        }
        double[] spends = plan.allocations().stream()
                .mapToDouble(allocation -> allocation.amount().amount())
                .toArray();
        double margin = assumptions.margin().value();
        double added = 0;
        double addedByFullUplift = 0;
        for (int i = 0; i < spends.length; i++) {
            Response response = responses.get(i);
            added += response.addedMargin(margin, spends[i]);
            addedByFullUplift += margin * response.expectedRevenue().value() * response.reached(spends[i]);
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
                RoiSimulation.run(assumptions, spends, customerValues, seed));
    }

    /** What it means, in sentences. */
    public List<String> words() {
        if (plan.total().cents() == 0) {
            return List.of("Nothing is spent, so nothing is added.");
        }
        String expected = "Spending %s is expected to add %s of margin in %d days, a return of %s."
                .formatted(money(plan.total().amount()), money(addedMargin), assumptions.horizonDays(), percent(roi));
        String payback = Double.isInfinite(paybackDays)
                ? "The money is not earned back within the horizon."
                : "The money is earned back after %s days.".formatted(money(Math.ceil(paybackDays)));
        String interval = "In 8 of 10 simulations the return lies between %s and %s; %s of them make a profit."
                .formatted(
                        percent(this.interval.p10()),
                        percent(this.interval.p90()),
                        percent(this.interval.probabilityPositive()));
        String breakEven = Double.isInfinite(breakEvenUplift)
                ? "No uplift can earn it back, because no revenue is expected."
                : "It breaks even when these customers buy %s more than they would have anyway."
                        .formatted(String.format(Locale.ROOT, "%.1f %%", 100 * breakEvenUplift));
        return List.of(expected, payback, interval, breakEven);
    }

    private static double payback(double spend, double added, int horizonDays) {
        if (spend == 0) {
            return 0;
        }
        return added < spend ? Double.POSITIVE_INFINITY : horizonDays * spend / added;
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    private static String percent(double ratio) {
        return String.format(Locale.ROOT, "%,.0f %%", 100 * ratio);
    }
}
