package io.segmenta.testing;

import io.segmenta.base.Money;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.budget.BudgetPlan.Allocation;
import io.segmenta.playbook.Play;
import io.segmenta.playbook.Play.Priority;
import io.segmenta.playbook.Play.RoiClass;
import io.segmenta.playbook.Playbook;
import io.segmenta.run.PlanService;
import io.segmenta.segment.Persona;
import io.segmenta.segment.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One play for every persona; the budget in equal parts, the first segment taking the cents that are left. */
public final class FakePlans implements PlanService {
    private final FakeRuns runs;
    public List<String> notes = List.of();

    public FakePlans(FakeRuns runs) {
        this.runs = runs;
    }

    @Override
    public Playbook playbook() {
        return new Playbook(Stream.of(Persona.values())
                .map(persona -> new Play(
                        persona,
                        "Strategy for " + persona.label(),
                        List.of("First action.", "Second action."),
                        "15–25 %",
                        0.3,
                        0.4,
                        RoiClass.HIGH,
                        75,
                        Priority.MEDIUM))
                .toList());
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
