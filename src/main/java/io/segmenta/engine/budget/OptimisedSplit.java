package io.segmenta.engine.budget;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.playbook.Play;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Persona;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Splits a budget so that the added margin is highest: maximise Σ margin · revenue · uplift · (1 − e^(−b/κ)) over b ≥ 0 with Σ b
 * = budget. At the optimum all segments that get money have the same marginal return (Lagrange; see {@link WaterLevel}).
 */
public final class OptimisedSplit {
    private static final int BISECTIONS = 200;

    private OptimisedSplit() {}

    /**
     * @param total at least 0
     * @throws UserFacingException when it is negative
     */
    public static BudgetPlan split(Money total, Assumptions assumptions) {
        checked(total);
        return plan(total, assumptions, WaterLevel.fill(assumptions.responses(), total.cents() / 100.0), List.of());
    }

    /**
     * The same, but each persona's part stays within its range of the playbook, widened where the ranges cannot reach 100 %.
     *
     * @throws UserFacingException when the total is negative
     */
    public static BudgetPlan splitWithin(Money total, Assumptions assumptions, Playbook playbook) {
        checked(total);
        List<Persona> personas = assumptions.responses().stream()
                .map(response -> response.segment().persona())
                .distinct()
                .sorted()
                .toList();
        List<Play> plays = personas.stream().map(playbook::play).toList();
        Ranges ranges = Ranges.of(plays).widenedToReachOne();
        List<List<Response>> groups = personas.stream()
                .map(persona -> assumptions.responses().stream()
                        .filter(response -> response.segment().persona() == persona)
                        .toList())
                .toList();
        double budget = total.cents() / 100.0;
        double[] parts = parts(groups, ranges, budget);
        double[] amounts = new double[assumptions.responses().size()];
        for (int p = 0; p < parts.length; p++) {
            double[] filled = WaterLevel.fill(groups.get(p), parts[p]);
            for (int i = 0; i < filled.length; i++) {
                amounts[assumptions.responses().indexOf(groups.get(p).get(i))] = filled[i];
            }
        }
        return plan(total, assumptions, amounts, ranges.notes(personas));
    }

    /** The parts of the personas at one common marginal return, cut to their ranges; found by bisection on its logarithm. */
    private static double[] parts(List<List<Response>> groups, Ranges ranges, double budget) {
        double high = groups.stream()
                .flatMap(List::stream)
                .mapToDouble(WaterLevel::logSlope)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double low = high - 1;
        while (Arrays.stream(parts(groups, ranges, budget, low)).sum() < budget && low > -1e15) {
            low = high - 2 * (high - low);
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (Arrays.stream(parts(groups, ranges, budget, middle)).sum() > budget) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] parts = parts(groups, ranges, budget, high);
        // Where nobody answers to money the level says nothing: the rest goes in proportion to the room that is left.
        double rest = budget - Arrays.stream(parts).sum();
        double[] room = new double[parts.length];
        Arrays.setAll(room, p -> ranges.upper()[p] * budget - parts[p]);
        double space = Arrays.stream(room).sum();
        Arrays.setAll(room, p -> parts[p] + (space > 0 ? rest * room[p] / space : 0));
        return room;
    }

    private static double[] parts(List<List<Response>> groups, Ranges ranges, double budget, double logLevel) {
        double[] parts = new double[groups.size()];
        Arrays.setAll(
                parts,
                p -> Math.clamp(
                        groups.get(p).stream()
                                .mapToDouble(response -> WaterLevel.amount(response, logLevel))
                                .sum(),
                        ranges.lower()[p] * budget,
                        ranges.upper()[p] * budget));
        return parts;
    }

    private static BudgetPlan plan(Money total, Assumptions assumptions, double[] amounts, List<String> rangeNotes) {
        List<String> notes = new ArrayList<>(rangeNotes);
        double sum = Arrays.stream(amounts).sum();
        double[] shares = new double[amounts.length];
        Arrays.setAll(shares, i -> sum > 0 ? amounts[i] / sum : 1.0 / amounts.length);
        long[] cents = LargestRemainder.split(total.cents(), shares);
        List<BudgetPlan.Allocation> allocations = new ArrayList<>();
        double added = 0;
        for (int i = 0; i < amounts.length; i++) {
            Response response = assumptions.responses().get(i);
            allocations.add(new BudgetPlan.Allocation(response.segment(), shares[i], new Money(cents[i])));
            added += response.addedMargin(assumptions.margin().value(), Double.MAX_VALUE);
        }
        if (added == 0) {
            notes.add("By these assumptions no segment answers to money, so the split means nothing."
                    + " Check the expected revenue and the uplift.");
        }
        return new BudgetPlan(total, allocations, notes);
    }

    private static void checked(Money total) {
        if (total.cents() < 0) {
            throw new UserFacingException(
                    "The budget (" + total + ") must not be negative. Enter what you can spend, or 0.");
        }
    }
}
