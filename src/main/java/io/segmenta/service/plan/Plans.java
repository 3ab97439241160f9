package io.segmenta.service.plan;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.OptimisedSplit;
import io.segmenta.engine.budget.PlaybookSplit;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.budget.WorthwhileBudget;
import io.segmenta.engine.export.CsvExport;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.run.RunService;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;

/** Plans by the current playbook. */
public final class Plans implements PlanService {
    private static final int LONGEST_NAME = 200;

    private final RunService runs;
    private final PlaybookService playbooks;
    private final ScenarioRepository scenarios;
    private final Clock clock;

    public Plans(RunService runs, PlaybookService playbooks, ScenarioRepository scenarios, Clock clock) {
        this.runs = runs;
        this.playbooks = playbooks;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    @Override
    public Playbook playbook() {
        return playbooks.current().playbook();
    }

    @Override
    public Money worthwhileBudget(Assumptions assumptions) {
        return WorthwhileBudget.of(assumptions);
    }

    @Override
    public BudgetPlan playbookSplit(List<Segment> segments, Money budget) {
        return PlaybookSplit.split(budget, segments, playbook());
    }

    @Override
    public BudgetPlan optimisedSplit(Assumptions assumptions, Money budget, boolean withinRanges) {
        return withinRanges
                ? OptimisedSplit.splitWithin(budget, assumptions, playbook())
                : OptimisedSplit.split(budget, assumptions);
    }

    @Override
    public Assumptions assumptions(Recipe recipe, RunResult result) {
        return ExpectedRevenue.assumptions(result, playbook(), recipe);
    }

    @Override
    public RoiScenario scenario(RunId run, String name, BudgetPlan plan, Assumptions assumptions) {
        return RoiScenario.of(name, plan, assumptions, seed(run));
    }

    @Override
    public ProfitDifference difference(RunId run, RoiScenario base, RoiScenario other) {
        return ProfitDifference.of(base, other, seed(run));
    }

    private Seed seed(RunId run) {
        return seed(runs.recipe(run).orElseThrow(() -> gone(run)).seed());
    }

    /** @param seed of the run */
    static Seed seed(Seed seed) {
        return seed.derive("return on the budget");
    }

    @Override
    public List<SavedScenario> scenarios(RunId run) {
        return scenarios.all(run);
    }

    @Override
    public void save(RunId run, RoiScenario scenario, UserName by) {
        String name = scenario.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new UserFacingException("A scenario needs a name of 1 to " + LONGEST_NAME
                    + " characters, for example \"Spring, half the budget\".");
        }
        if (runs.summary(run).isEmpty()) {
            throw gone(run);
        }
        if (!scenarios.add(run, scenario.named(name), clock.instant(), by)) {
            throw new UserFacingException("This run has a scenario \"" + name
                    + "\" already. Give this one another name, or delete that one.");
        }
    }

    private static UserFacingException gone(RunId run) {
        return new UserFacingException("Run " + run + " is not here any more. Choose another one.");
    }

    @Override
    public void delete(RunId run, long scenario) {
        scenarios.delete(run, scenario);
    }

    @Override
    public void writeScenarios(RunId run, OutputStream out) {
        CsvExport.scenarios(
                scenarios.all(run).stream().map(SavedScenario::scenario).toList(), out);
    }
}
