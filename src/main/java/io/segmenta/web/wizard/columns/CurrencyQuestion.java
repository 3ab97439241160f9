package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.wizard.Draft;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amounts of several currencies cannot be added: which of them counts. Hidden where there is nothing to ask. */
final class CurrencyQuestion extends RadioButtonGroup<String> {
    private final transient Reading reading;

    CurrencyQuestion(Reading reading, Draft draft, Runnable changed) {
        this.reading = reading;
        setLabel(getTranslation("columns.currencies"));
        setItems(reading.currencies());
        setManualValidation(true);
        setVisible(isAsked());
        if (isAsked()) {
            draft.rules()
                    .filter(Field.CURRENCY, Mode.ONLY)
                    .map(filter -> filter.values().getFirst())
                    .filter(reading.currencies()::contains)
                    .ifPresent(this::setValue);
        }
        addValueChangeListener(change -> {
            refuse(false);
            changed.run();
        });
    }

    private boolean isAsked() {
        return reading.currencies().size() > 1;
    }

    /** Null where nothing is asked, or nothing was answered yet. */
    @Nullable Currency currency() {
        return getValue() == null ? null : Currency.getInstance(getValue());
    }

    /** Whether it is asked and nothing was answered yet. */
    boolean isOpen(Draft draft) {
        return isAsked() && getValue() == null && draft.headers().containsKey(Field.CURRENCY);
    }

    /** Says that it is open, or takes that back. */
    void refuse(boolean open) {
        setInvalid(open);
        setErrorMessage(open ? getTranslation("columns.currencies.missing") : null);
    }

    /** Leads to the question. */
    void lead() {
        scrollIntoView();
        getElement().executeJs("this.querySelector('vaadin-radio-button')?.focus()");
    }

    /** With the answer among the rules: only the rows of one currency count. */
    Draft answered(Draft draft) {
        String code = getValue();
        if (!draft.headers().containsKey(Field.CURRENCY)) {
            return draft.rules().filter(Field.CURRENCY, Mode.ONLY).isPresent()
                    ? draft.withRules(draft.rules().without(Field.CURRENCY))
                    : draft;
        }
        if (code == null) {
            return draft;
        }
        return draft.withRules(draft.withRulesOf(reading)
                .rules()
                .with(List.of(new RowFilter(Field.CURRENCY, Mode.ONLY, List.of(code)))));
    }
}
