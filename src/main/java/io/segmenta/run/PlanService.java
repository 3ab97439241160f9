package io.segmenta.run;

import io.segmenta.base.Money;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.playbook.Playbook;

/** What to do with a run's segments and what to spend on them. */
public interface PlanService {
    Playbook playbook();

    /** The budget split by the playbook's ranges. */
    BudgetPlan playbookSplit(long run, Money budget);
}
