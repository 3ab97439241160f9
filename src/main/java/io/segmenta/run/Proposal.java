package io.segmenta.run;

import io.segmenta.base.Money;
import io.segmenta.base.Seed;
import io.segmenta.budget.Assumptions;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.OptimisedSplit;
import io.segmenta.budget.PlaybookSplit;
import io.segmenta.budget.RoiScenario;
import io.segmenta.playbook.DefaultPlaybook;
import io.segmenta.playbook.Playbook;
import io.segmenta.segment.Segment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A budget split over the segments of a run in two ways, and what the first is expected to return, all by the assumptions one begins with and,
 * without a database, the playbook that the product is shipped with.
 *
 * @param playbook by the ranges of the playbook
 * @param optimised for the highest added margin within these ranges
 * @param scenario of the playbook's split
 */
public record Proposal(BudgetPlan playbook, BudgetPlan optimised, RoiScenario scenario) {
    public static Proposal of(Outcome outcome, Money budget, int horizonDays, Seed seed) {
        Playbook playbook = DefaultPlaybook.load();
        List<Segment> segments = outcome.result().segments();
        Assumptions assumptions = ExpectedRevenue.assumptions(outcome.result(), playbook, horizonDays);
        BudgetPlan plan = PlaybookSplit.split(budget, segments, playbook);
        List<double[]> values = CustomerValues.of(
                segments, IntStream.range(0, outcome.customers()).mapToObj(outcome::assignment));
        return new Proposal(
                plan,
                OptimisedSplit.splitWithin(budget, assumptions, playbook),
                RoiScenario.of("Playbook split", plan, assumptions, values, CustomerValues.seed(seed)));
    }
}
