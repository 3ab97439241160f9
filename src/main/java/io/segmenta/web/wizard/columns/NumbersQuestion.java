package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.DecimalMark;
import io.segmenta.web.wizard.Draft;
import org.jspecify.annotations.Nullable;

/** Whether 1.000 is a thousand, where nothing in the file tells. Hidden where there is nothing to ask. */
final class NumbersQuestion extends RadioButtonGroup<DecimalMark> {
    private final boolean asked;
    private final @Nullable DecimalMark decided;

    NumbersQuestion(Reading reading, Draft draft, Runnable changed) {
        this.asked = reading.question(Question.Topic.NUMBERS).isPresent();
        this.decided = reading.decimals();
        setLabel(getTranslation("columns.numbers"));
        setItems(DecimalMark.values());
        setItemLabelGenerator(DecimalMark::label);
        setManualValidation(true);
        setVisible(asked);
        draft.decimals().ifPresent(this::setValue);
        addValueChangeListener(change -> {
            refuse(false);
            changed.run();
        });
    }

    /** What was answered, or what the file as a whole says; null where the columns themselves say it, or nothing was answered yet. */
    @Nullable DecimalMark answer() {
        return asked ? getValue() : decided;
    }

    boolean isOpen() {
        return asked && getValue() == null;
    }

    /** Says that it is open, or takes that back. */
    void refuse(boolean open) {
        setInvalid(open);
        setErrorMessage(open ? getTranslation("columns.numbers.missing") : null);
    }

    /** Leads to the question. */
    void lead() {
        scrollIntoView();
        getElement().executeJs("this.querySelector('vaadin-radio-button')?.focus()");
    }
}
