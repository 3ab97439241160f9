package io.segmenta.run;

import io.segmenta.base.Money;
import io.segmenta.base.UserFacingException;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.PlaybookSplit;
import io.segmenta.playbook.Playbook;

/** Plans by the current playbook. */
final class Plans implements PlanService {
    private final RunService runs;
    private final PlaybookService playbooks;

    Plans(RunService runs, PlaybookService playbooks) {
        this.runs = runs;
        this.playbooks = playbooks;
    }

    @Override
    public Playbook playbook() {
        return playbooks.current().playbook();
    }

    @Override
    public BudgetPlan playbookSplit(long run, Money budget) {
        RunResult result = runs.result(run)
                .orElseThrow(() -> new UserFacingException(
                        "Run " + run + " has no results to plan for. Choose a run that is done."));
        return PlaybookSplit.split(budget, result.segments(), playbook());
    }
}
