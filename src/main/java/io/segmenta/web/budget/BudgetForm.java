package io.segmenta.web.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.service.plan.PlanService;
import io.segmenta.web.budget.AssumptionEdits.Sources;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.FinishedRun;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The budget, its splits and what they may return; each change is calculated at once. */
final class BudgetForm extends Div {
    private final transient FinishedRun run;
    private final transient PlanService plans;
    private final transient Assumptions first;
    private final transient Consumer<BudgetChoice> changed;
    private final transient Sources sources;
    private final BudgetInput budget;
    private final RetentionCard retention;
    private final SplitCard split;
    private final ReturnsCard returns;
    private final AssumptionsCard assumptions;
    private final CurvesCard curves;
    private final SavedCard saved;
    private transient AssumptionEdits edits = AssumptionEdits.NONE;
    private boolean filling;

    BudgetForm(
            FinishedRun run,
            PlanService plans,
            CampaignService campaigns,
            Background background,
            Consumer<BudgetChoice> changed) {
        this.run = run;
        this.plans = plans;
        this.changed = changed;
        first = plans.assumptions(run.recipe(), run.result());
        Formats formats = run.formats();
        addClassName("budget-form");
        List<SavedCampaign> finished = campaigns.finished(run.id());
        sources = new Sources(
                getTranslation("assume.by-you"),
                finished.stream().collect(Collectors.toMap(SavedCampaign::id, this::source)),
                getTranslation("measured.source.unshown"));
        budget = new BudgetInput(first.horizonDays(), formats, this::changed);
        retention = new RetentionCard(run.result().insights(), formats, this::changed, budget::take);
        split = new SplitCard(plans.playbook(), formats, this::changed);
        returns = new ReturnsCard(run, plans, background, first.horizonDays(), this::save);
        assumptions = new AssumptionsCard(first, formats, this::edited);
        MeasuredCard measured = new MeasuredCard(run, finished, campaigns, background, this::measured);
        curves = new CurvesCard(formats);
        saved = new SavedCard(run.id(), plans, background, formats);
        Div inputs = new Div(budget, retention);
        inputs.addClassName("columns");
        add(inputs, split, returns, assumptions, measured, curves, saved);
    }

    /** Where an uplift comes from that a campaign measured. */
    private String source(SavedCampaign one) {
        return getTranslation(
                "measured.source",
                one.campaign().name(),
                run.formats().longDate(one.campaign().start()),
                one.campaign().days());
    }

    /** Puts what the address says into the fields and calculates it. */
    void fill(QueryParameters query) {
        BudgetChoice choice = BudgetChoice.of(query, first);
        filling = true;
        edits = choice.edits();
        budget.fill(choice);
        retention.fill(choice);
        split.fill(choice);
        filling = false;
        show(choice);
    }

    private void edited(AssumptionEdits typed) {
        edits = typed;
        changed();
    }

    private void measured(List<Segment> segments, long campaign, boolean shown, Uplift uplift) {
        AssumptionEdits taken = edits;
        for (Segment segment : segments) {
            taken = taken.measured(segment.cluster(), campaign, shown, uplift);
        }
        edited(taken);
    }

    private void changed() {
        Integer percent = retention.percent();
        if (filling || !budget.usable() || percent == null) {
            return;
        }
        BudgetChoice choice = new BudgetChoice(budget.typed(), split.isFree(), percent, edits);
        show(choice);
        changed.accept(choice);
    }

    private void show(BudgetChoice choice) {
        Assumptions assumed = choice.edits().applyTo(first, sources);
        Money worthwhile = plans.worthwhileBudget(assumed);
        Money amount = choice.budget() == null ? worthwhile : choice.budget();
        BudgetPlan plan = plans.playbookSplit(run.result().segments(), amount);
        BudgetPlan best = plans.optimisedSplit(assumed, amount, !choice.free());
        budget.show(worthwhile, assumed);
        retention.show(worthwhile);
        split.show(plan, best);
        returns.simulate(plan, best, assumed);
        assumptions.show(choice.edits(), assumed);
        curves.show(plan, best, assumed);
    }

    private void save(RoiScenario scenario) {
        plans.save(run.id(), scenario, UserName.LOCAL);
        saved.list();
        Notification.show(getTranslation("saved.done", scenario.name().strip()));
    }
}
