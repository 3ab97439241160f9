package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.reading.Question;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Card;
import io.segmenta.web.wizard.Draft;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the values of the file say, in sentences, and the question they leave open: which of several currencies counts. */
final class ReadingCard extends Div {
    private final transient Reading reading;
    private final RadioButtonGroup<String> currency = new RadioButtonGroup<>();

    ReadingCard(Reading reading, Draft draft, Runnable changed) {
        this.reading = reading;
        UnorderedList says = new UnorderedList();
        reading.says().forEach(sentence -> says.add(new ListItem(sentence)));
        currency.setLabel(getTranslation("columns.currencies"));
        currency.setItems(reading.currencies());
        currency.setManualValidation(true);
        if (isAsked()) {
            draft.rules()
                    .filter(Field.CURRENCY, Mode.ONLY)
                    .map(filter -> filter.values().getFirst())
                    .filter(reading.currencies()::contains)
                    .ifPresent(currency::setValue);
        }
        currency.addValueChangeListener(change -> {
            currency.setInvalid(false);
            changed.run();
        });
        Card card = new Card(getTranslation("columns.says"), says);
        reading.questions().stream().map(Question::words).map(Paragraph::new).forEach(card::add);
        if (isAsked()) {
            card.add(currency);
        }
        add(card);
        setVisible(!reading.says().isEmpty() || !reading.questions().isEmpty());
    }

    /** Amounts of several currencies cannot be added. */
    private boolean isAsked() {
        return reading.currencies().size() > 1;
    }

    /** Null where nothing is asked, or nothing was answered yet. */
    @Nullable Currency currency() {
        return currency.getValue() == null ? null : Currency.getInstance(currency.getValue());
    }

    /** Says beside the question that it is open; whether it is. */
    boolean refuse() {
        boolean open = isAsked() && currency.getValue() == null;
        currency.setInvalid(open);
        currency.setErrorMessage(open ? getTranslation("columns.currencies.missing") : null);
        return open;
    }

    /** With the answer among the rules: only the rows of one currency count. */
    Draft answered(Draft draft) {
        String code = currency.getValue();
        boolean mapped = draft.headers().containsKey(Field.CURRENCY);
        if (code == null || !mapped) {
            return draft.rules().filter(Field.CURRENCY, Mode.ONLY).isPresent()
                    ? draft.withRules(draft.rules().without(Field.CURRENCY))
                    : draft;
        }
        return draft.withRules(draft.withRulesOf(reading)
                .rules()
                .with(List.of(new RowFilter(Field.CURRENCY, Mode.ONLY, List.of(code)))));
    }
}
