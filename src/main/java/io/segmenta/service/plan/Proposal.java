package io.segmenta.service.plan;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.OptimisedSplit;
import io.segmenta.engine.budget.PlaybookSplit;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.budget.WorthwhileBudget;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.playbook.DefaultPlaybook;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import java.util.List;

/**
 * A budget split over the segments of a run in two ways, and what the first is expected to return, all by the assumptions one begins with and,
 * without a database, the playbook that the product is shipped with.
 *
 * @param playbook by the ranges of the playbook
 * @param optimised for the highest added margin within these ranges
 * @param scenario of the playbook's split
 * @param worthwhile the budget whose last unit still earns itself back where it adds most
 */
public record Proposal(BudgetPlan playbook, BudgetPlan optimised, RoiScenario scenario, Money worthwhile) {
    public static Proposal of(Outcome outcome, Money budget, int horizonDays, Seed seed) {
        Playbook playbook = DefaultPlaybook.load();
        List<Segment> segments = outcome.result().segments();
        Assumptions assumptions = ExpectedRevenue.assumptions(outcome.result(), playbook, horizonDays);
        BudgetPlan plan = PlaybookSplit.split(budget, segments, playbook);
        return new Proposal(
                plan,
                OptimisedSplit.splitWithin(budget, assumptions, playbook),
                RoiScenario.of("Playbook split", plan, assumptions, Plans.seed(seed)),
                WorthwhileBudget.of(assumptions));
    }
}
