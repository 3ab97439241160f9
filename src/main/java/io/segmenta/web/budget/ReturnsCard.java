package io.segmenta.web.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.service.plan.PlanService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.FinishedRun;
import java.util.function.Consumer;

/** What both splits may return, simulated in the background. */
final class ReturnsCard extends Section {
    private final transient FinishedRun run;
    private final transient PlanService plans;
    private final transient Background background;
    private final ReturnColumn playbook;
    private final ReturnColumn optimised;
    private final Paragraph verdict = new Paragraph();
    private int latest;

    private record Returns(RoiScenario playbook, RoiScenario optimised, ProfitDifference difference) {}

    ReturnsCard(
            FinishedRun run, PlanService plans, Background background, int horizonDays, Consumer<RoiScenario> saver) {
        this.run = run;
        this.plans = plans;
        this.background = background;
        Formats formats = run.formats();
        addClassName("card");
        playbook = new ReturnColumn(getTranslation("budget.playbook"), formats, saver);
        optimised = new ReturnColumn(getTranslation("budget.optimised"), formats, saver);
        Div both = new Div(playbook, optimised);
        both.addClassName("columns");
        Paragraph lead = new Paragraph(getTranslation("scenario.lead", String.valueOf(horizonDays)));
        lead.addClassName("lead");
        Paragraph basis = new Paragraph(basis());
        basis.addClassName("quiet");
        verdict.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("scenario.title")), lead, both, verdict, basis);
    }

    /** What the simulation knows of the revenue. */
    private String basis() {
        return getTranslation(run.result().insights().forecasts() == null ? "scenario.basis.none" : "scenario.basis");
    }

    /** Of several in a row only the last is shown. */
    void simulate(BudgetPlan plan, BudgetPlan best, Assumptions assumptions) {
        int number = ++latest;
        playbook.working();
        optimised.working();
        String first = getTranslation("budget.playbook");
        String second = getTranslation("budget.optimised");
        verdict.setText("");
        background.run(
                UI.getCurrentOrThrow(),
                () -> {
                    RoiScenario one = plans.scenario(run.id(), first, plan, assumptions);
                    RoiScenario other = plans.scenario(run.id(), second, best, assumptions);
                    return new Returns(one, other, plans.difference(run.id(), one, other));
                },
                found -> {
                    if (number == latest) {
                        playbook.show(found.playbook());
                        optimised.show(found.optimised());
                        verdict.setText(plan.total().cents() == 0 ? "" : words(found.difference()));
                    }
                },
                problem -> {
                    if (number == latest) {
                        playbook.failed(problem.getMessage());
                        optimised.failed(problem.getMessage());
                    }
                },
                getTranslation("scenario.failed"));
    }

    static String signed(double amount, Formats formats) {
        return (amount > 0 ? "+" : "") + formats.wholeMoney(amount);
    }

    private String words(ProfitDifference difference) {
        Formats formats = run.formats();
        return getTranslation(
                difference.worthMentioning() ? "scenario.difference" : "scenario.difference.none",
                signed(difference.expected(), formats),
                signed(difference.low(), formats),
                signed(difference.high(), formats));
    }
}
