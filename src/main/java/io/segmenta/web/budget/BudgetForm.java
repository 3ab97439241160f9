package io.segmenta.web.budget;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.base.Money;
import io.segmenta.budget.BudgetPlan;
import io.segmenta.clean.QualityReport;
import io.segmenta.run.PlanService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.FinishedRun;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.function.Consumer;

/** The budget, its split and its return; each change is calculated at once. */
final class BudgetForm extends Div {
    private final transient FinishedRun run;
    private final transient PlanService plans;
    private final transient Consumer<BudgetChoice> changed;
    private final BigDecimalField budget = new BigDecimalField();
    private final SplitCard split;
    private final RoiCard roi;
    private boolean filling;

    BudgetForm(FinishedRun run, PlanService plans, Consumer<BudgetChoice> changed) {
        this.run = run;
        this.plans = plans;
        this.changed = changed;
        Formats formats = run.formats();
        addClassName("budget-form");
        budget.setLabel(getTranslation("budget.monthly"));
        budget.setHelperText(getTranslation("budget.monthly.help"));
        budget.setLocale(formats.locale());
        Currency currency = formats.currency();
        if (currency != null) {
            budget.setPrefixComponent(new Span(currency.getSymbol(formats.locale())));
        }
        budget.setManualValidation(true);
        budget.setValueChangeMode(ValueChangeMode.LAZY);
        budget.addValueChangeListener(change -> changed());
        split = new SplitCard(plans.playbook(), formats);
        roi = new RoiCard(run.result().segments(), days(run.result().quality()), formats, this::changed);
        Card input = new Card(budget);
        input.addClassName("budget-input");
        add(input, split, roi);
    }

    /** Puts the choice into the fields and calculates it. */
    void fill(BudgetChoice choice) {
        filling = true;
        budget.setValue(typed(choice.budget()));
        roi.fill(choice);
        filling = false;
        show(choice);
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
        if (amount == null || !usable || increase == null) {
            return;
        }
        BudgetChoice choice = new BudgetChoice(BudgetChoice.money(amount), increase, roi.cluster());
        show(choice);
        changed.accept(choice);
    }

    private void show(BudgetChoice choice) {
        BudgetPlan plan = plans.playbookSplit(run.result().segments(), choice.budget());
        split.show(plan);
        roi.show(plan, choice);
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
