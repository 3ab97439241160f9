package io.segmenta.web.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.service.plan.PlanService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.FinishedRun;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.Consumer;

/** The budget, its splits and what they may return; each change is calculated at once. */
final class BudgetForm extends Div {
    private final transient FinishedRun run;
    private final transient PlanService plans;
    private final transient Assumptions first;
    private final transient Consumer<BudgetChoice> changed;
    private final BigDecimalField budget = new BigDecimalField();
    private final RetentionCard retention;
    private final SplitCard split;
    private final RoiCard roi;
    private final ReturnsCard returns;
    private final AssumptionsCard assumptions;
    private final CurvesCard curves;
    private final SavedCard saved;
    private transient AssumptionEdits edits = AssumptionEdits.NONE;
    private boolean filling;

    BudgetForm(FinishedRun run, PlanService plans, Background background, Consumer<BudgetChoice> changed) {
        this.run = run;
        this.plans = plans;
        this.changed = changed;
        first = plans.assumptions(run.recipe(), run.result());
        Formats formats = run.formats();
        addClassName("budget-form");
        prepareBudget(formats);
        retention = new RetentionCard(
                run.result().insights().value(), formats, this::changed, amount -> budget.setValue(typed(amount)));
        split = new SplitCard(plans.playbook(), formats, this::changed);
        roi = new RoiCard(run.result().segments(), days(run.result().quality()), formats, this::changed);
        returns = new ReturnsCard(run, plans, background, first.horizonDays(), this::save);
        assumptions = new AssumptionsCard(first, formats, this::edited);
        curves = new CurvesCard(formats);
        saved = new SavedCard(run.id(), plans, formats);
        Card input = new Card(budget);
        input.addClassName("budget-input");
        Div inputs = new Div(input, retention);
        inputs.addClassName("columns");
        add(inputs, split, roi, returns, assumptions, curves, saved);
    }

    private void prepareBudget(Formats formats) {
        budget.setLabel(getTranslation("budget.monthly"));
        budget.setHelperText(getTranslation("budget.monthly.help", String.valueOf(first.horizonDays())));
        budget.setLocale(formats.locale());
        Currency currency = formats.currency();
        if (currency != null) {
            budget.setPrefixComponent(new Span(currency.getSymbol(formats.locale())));
        }
        budget.setManualValidation(true);
        budget.setValueChangeMode(ValueChangeMode.LAZY);
        budget.addValueChangeListener(change -> changed());
    }

    /** Puts what the address says into the fields and calculates it. */
    void fill(QueryParameters query) {
        BudgetChoice choice = BudgetChoice.of(query, first);
        filling = true;
        edits = choice.edits();
        budget.setValue(typed(choice.budget()));
        retention.fill(choice);
        split.fill(choice);
        roi.fill(choice);
        filling = false;
        show(choice);
    }

    private void edited(AssumptionEdits typed) {
        edits = typed;
        changed();
    }

    private void changed() {
        if (filling) {
            return;
        }
        BigDecimal amount = budget.getValue();
        boolean usable = amount != null && BudgetChoice.usable(amount);
        budget.setInvalid(!usable);
        budget.setErrorMessage(getTranslation("budget.monthly.wrong"));
        Integer increase = roi.increase();
        Integer percent = retention.percent();
        if (amount == null || !usable || increase == null || percent == null) {
            return;
        }
        BudgetChoice choice =
                new BudgetChoice(BudgetChoice.money(amount), increase, roi.cluster(), split.isFree(), percent, edits);
        show(choice);
        changed.accept(choice);
    }

    private void show(BudgetChoice choice) {
        Assumptions assumed = choice.edits().applyTo(first, getTranslation("assume.by-you"));
        BudgetPlan plan = plans.playbookSplit(run.result().segments(), choice.budget());
        BudgetPlan best = plans.optimisedSplit(assumed, choice.budget(), !choice.free());
        split.show(plan, best);
        roi.show(plan, choice);
        returns.simulate(plan, best, assumed);
        assumptions.show(choice.edits(), assumed);
        curves.show(plan, best, assumed);
    }

    private void save(RoiScenario scenario) {
        plans.save(run.id(), scenario, UserName.LOCAL);
        saved.list();
        Notification.show(getTranslation("saved.done", scenario.name().strip()));
    }

    /** As a person writes it: cents only where there are some. */
    private static BigDecimal typed(Money amount) {
        return amount.cents() % 100 == 0
                ? BigDecimal.valueOf(amount.cents() / 100)
                : BigDecimal.valueOf(amount.cents(), 2);
    }

    /** How long the data is. */
    private static long days(QualityReport quality) {
        LocalDate first = quality.firstDay();
        LocalDate last = quality.lastDay();
        return first == null || last == null ? 0 : first.until(last, ChronoUnit.DAYS) + 1;
    }
}
