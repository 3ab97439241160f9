package io.segmenta.web.budget;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.Money;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.ReturnCurve;
import io.segmenta.web.component.Formats;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A month's budget: as much as pays by the assumptions, until another is typed. */
final class BudgetInput extends Section {
    private final transient Formats formats;
    private final BigDecimalField field = new BigDecimalField();
    private final Paragraph sentence = new Paragraph();
    private final Button take = new Button();
    private boolean proposed = true;
    private boolean filling;

    BudgetInput(int horizonDays, Formats formats, Runnable changed) {
        this.formats = formats;
        addClassNames("card", "budget-input");
        field.setLabel(getTranslation("budget.monthly"));
        field.setHelperText(getTranslation("budget.monthly.help", String.valueOf(horizonDays)));
        field.setLocale(formats.locale());
        Currency currency = formats.currency();
        if (currency != null) {
            field.setPrefixComponent(new Span(currency.getSymbol(formats.locale())));
        }
        field.setManualValidation(true);
        field.setErrorMessage(getTranslation("budget.monthly.wrong"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (!filling) {
                proposed = false;
                field.setInvalid(!usable());
                changed.run();
            }
        });
        take.addClickListener(click -> {
            proposed = true;
            changed.run();
        });
        sentence.getElement().setAttribute("role", "status");
        add(field, sentence, take);
    }

    /** Puts the choice into the field. */
    void fill(BudgetChoice choice) {
        proposed = choice.budget() == null;
        write(choice.budget());
    }

    /** Takes the amount as if it were typed. */
    void take(Money amount) {
        field.setValue(typed(amount));
    }

    boolean usable() {
        BigDecimal amount = field.getValue();
        return proposed || (amount != null && BudgetChoice.usable(amount));
    }

    /** What was typed, or null for as much as pays. */
    @Nullable Money typed() {
        BigDecimal amount = field.getValue();
        return proposed || amount == null ? null : BudgetChoice.money(amount);
    }

    /** @param worthwhile the budget that pays by the assumptions */
    void show(Money worthwhile, Assumptions assumptions) {
        if (proposed) {
            write(worthwhile);
        }
        take.setText(getTranslation("budget.worthwhile.take", formats.wholeMoney(worthwhile.amount())));
        take.setVisible(!proposed);
        sentence.setText(
                worthwhile.cents() == 0
                        ? none(assumptions)
                        : getTranslation(
                                "budget.worthwhile", formats.wholeMoney(worthwhile.amount()), formats.money(1)));
    }

    /** With the segment whose first money brings most. */
    private String none(Assumptions assumptions) {
        Response best = assumptions.responses().stream()
                .max(Comparator.comparingDouble(response -> first(response, assumptions)))
                .orElseThrow();
        return getTranslation(
                "budget.worthwhile.none",
                formats.money(1),
                formats.money(first(best, assumptions)),
                best.segment().name());
    }

    private static double first(Response response, Assumptions assumptions) {
        return ReturnCurve.point(response, assumptions.margin().value(), 0).marginalReturn();
    }

    private void write(@Nullable Money amount) {
        filling = true;
        field.setValue(amount == null ? null : typed(amount));
        field.setInvalid(false);
        filling = false;
    }

    /** As a person writes it: cents only where there are some. */
    private static BigDecimal typed(Money amount) {
        return amount.cents() % 100 == 0
                ? BigDecimal.valueOf(amount.cents() / 100)
                : BigDecimal.valueOf(amount.cents(), 2);
    }
}
