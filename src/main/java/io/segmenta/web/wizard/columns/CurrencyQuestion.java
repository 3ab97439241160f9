package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.wizard.Draft;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Amounts of several currencies cannot be added: which of them counts, and at what rate the others do. Hidden where there is nothing to ask. */
final class CurrencyQuestion extends Div {
    private final transient Reading reading;
    private final RadioButtonGroup<String> counts = new RadioButtonGroup<>();
    private final RateFields rates;

    CurrencyQuestion(Reading reading, Draft draft, Runnable changed) {
        this.reading = reading;
        this.rates = new RateFields(reading.currencies(), changed);
        counts.setLabel(getTranslation("columns.currencies"));
        counts.setItems(reading.currencies());
        counts.setManualValidation(true);
        setVisible(isAsked());
        if (isAsked()) {
            draft.rules().currency().filter(reading.currencies()::contains).ifPresent(code -> {
                counts.setValue(code);
                rates.show(code, draft.rules().rates());
            });
        }
        counts.addValueChangeListener(change -> {
            refuse(false);
            rates.show(change.getValue());
            changed.run();
        });
        add(counts, rates);
    }

    private boolean isAsked() {
        return reading.currencies().size() > 1;
    }

    /** Null where nothing is asked, or nothing was answered yet. */
    @Nullable Currency currency() {
        return counts.getValue() == null ? null : Currency.getInstance(counts.getValue());
    }

    /** Whether it is asked and nothing was answered yet. */
    boolean isOpen(Draft draft) {
        return isAsked() && counts.getValue() == null && draft.headers().containsKey(Field.CURRENCY);
    }

    /** Says that it is open, or takes that back. */
    void refuse(boolean open) {
        counts.setInvalid(open);
        counts.setErrorMessage(open ? getTranslation("columns.currencies.missing") : null);
    }

    /** Leads to the question. */
    void lead() {
        scrollIntoView();
        counts.getElement().executeJs("this.querySelector('vaadin-radio-button')?.focus()");
    }

    /** With the answer among the rules: rows of one currency count, and those of others whose rate is given. */
    Draft answered(Draft draft) {
        String code = counts.getValue();
        if (!draft.headers().containsKey(Field.CURRENCY)) {
            return draft.rules().currency().isPresent()
                    ? draft.withRules(draft.rules().without(Field.CURRENCY))
                    : draft;
        }
        return code == null
                ? draft
                : draft.withRules(draft.withRulesOf(reading).rules().in(code, rates.rates()));
    }
}
