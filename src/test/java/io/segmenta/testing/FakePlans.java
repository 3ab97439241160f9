package io.segmenta.testing;

import io.segmenta.base.Money;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.BudgetPlan.Allocation;
import io.segmenta.playbook.Playbook;
import io.segmenta.run.PlanService;
import io.segmenta.segment.Segment;
import java.util.ArrayList;
import java.util.List;

/** The budget in equal parts, the first segment taking the cents that are left. */
public final class FakePlans implements PlanService {
    private final FakeRuns runs;
    private final FakePlaybooks playbooks;
    public List<String> notes = List.of();

    public FakePlans(FakeRuns runs, FakePlaybooks playbooks) {
        this.runs = runs;
        this.playbooks = playbooks;
    }

    @Override
    public Playbook playbook() {
        return playbooks.current().playbook();
    }

    @Override
    public BudgetPlan playbookSplit(long run, Money budget) {
        List<Segment> segments = runs.result(run).orElseThrow().segments();
        long part = budget.cents() / segments.size();
        long rest = budget.cents() - part * segments.size();
        List<Allocation> allocations = new ArrayList<>();
        for (Segment segment : segments) {
            allocations.add(new Allocation(segment, 1.0 / segments.size(), new Money(part + rest)));
            rest = 0;
        }
        return new BudgetPlan(budget, allocations, notes);
    }
}
