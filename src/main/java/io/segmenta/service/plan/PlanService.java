package io.segmenta.service.plan;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import java.io.OutputStream;
import java.util.List;

/** What to spend on a run's segments, by the current playbook, and what it may return. */
public interface PlanService {
    Playbook playbook();

    /**
     * The budget whose last unit still earns itself back where money goes to wherever it adds most, in whole units of the currency; 0 where no
     * first unit does.
     */
    Money worthwhileBudget(Assumptions assumptions);

    /** The budget split by the playbook's ranges. */
    BudgetPlan playbookSplit(List<Segment> segments, Money budget);

    /** The budget split for the highest added margin. */
    BudgetPlan optimisedSplit(Assumptions assumptions, Money budget, boolean withinRanges);

    /** What one begins with: the run's forecasts where it made some, and guesses that say so. */
    Assumptions assumptions(Recipe recipe, RunResult result);

    /**
     * Simulates what a split returns; may take seconds. The same run, split and assumptions give the same interval.
     *
     * @param plan with an amount for each response of the assumptions, in the same order
     */
    RoiScenario scenario(RunId run, String name, BudgetPlan plan, Assumptions assumptions);

    /** By how much the other scenario's profit exceeds the base's; may take seconds. */
    ProfitDifference difference(RunId run, RoiScenario base, RoiScenario other);

    /** Those saved with the run, oldest first. */
    List<SavedScenario> scenarios(RunId run);

    /** @throws UserFacingException where the name is empty, too long or taken, or the run is gone */
    void save(RunId run, RoiScenario scenario, UserName by);

    void delete(RunId run, long scenario);

    /** All scenarios saved with the run as CSV in UTF-8; does not close the stream. */
    void writeScenarios(RunId run, OutputStream out);
}
