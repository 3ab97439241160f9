package io.segmenta.testing;

import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumption;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.budget.OptimisedSplit;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.budget.WorthwhileBudget;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.playbook.Playbook;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.plan.SavedScenario;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The budget in equal parts, the first segment taking the cents that are left; each segment is expected to bring 100,000. */
public final class FakePlans implements PlanService {
    private final FakePlaybooks playbooks;
    public List<String> notes = List.of();
    public final List<SavedScenario> saved = new ArrayList<>();
    /** Whether the optimised split was last asked for within the ranges. */
    public boolean withinRanges;

    public FakePlans(FakePlaybooks playbooks) {
        this.playbooks = playbooks;
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
        long part = budget.cents() / segments.size();
        long rest = budget.cents() - part * segments.size();
        List<Allocation> allocations = new ArrayList<>();
        for (Segment segment : segments) {
            allocations.add(new Allocation(segment, 1.0 / segments.size(), new Money(part + rest)));
            rest = 0;
        }
        return new BudgetPlan(budget, allocations, notes);
    }

    @Override
    public BudgetPlan optimisedSplit(Assumptions assumptions, Money budget, boolean within) {
        withinRanges = within;
        return OptimisedSplit.split(budget, assumptions);
    }

    @Override
    public Assumptions assumptions(Recipe recipe, RunResult result) {
        List<Assumption> revenues = result.segments().stream()
                .map(any -> new Assumption(100_000, "Known from a test."))
                .toList();
        return Assumptions.defaults(result.segments(), revenues, playbook(), 91);
    }

    @Override
    public RoiScenario scenario(RunId run, String name, BudgetPlan plan, Assumptions assumptions) {
        return RoiScenario.of(name, plan, assumptions, new Seed(42));
    }

    @Override
    public ProfitDifference difference(RunId run, RoiScenario base, RoiScenario other) {
        return ProfitDifference.of(base, other, new Seed(42));
    }

    @Override
    public List<SavedScenario> scenarios(RunId run) {
        return List.copyOf(saved);
    }

    @Override
    public void save(RunId run, RoiScenario scenario, UserName by) {
        if (saved.stream().anyMatch(other -> other.scenario().name().equals(scenario.name()))) {
            throw new UserFacingException("The name " + scenario.name() + " is taken.");
        }
        saved.add(new SavedScenario(saved.size() + 1L, scenario, Instant.parse("2026-03-02T10:00:00Z"), by));
    }

    @Override
    public void delete(RunId run, long scenario) {
        saved.removeIf(one -> one.id() == scenario);
    }

    @Override
    public void writeScenarios(RunId run, OutputStream out) {
        try {
            out.write("scenarios".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
