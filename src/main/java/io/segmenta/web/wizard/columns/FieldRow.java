package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.segmenta.ingest.MappingProposal.Certainty;
import io.segmenta.ingest.MappingProposal.Suggestion;
import io.segmenta.transactions.Field;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One field: which column it is, how that is known, and what the column holds. */
final class FieldRow extends Div {
    private final Field field;
    private final Suggestion suggestion;
    private final transient Function<String, String> samples;
    private final Select<String> select = new Select<>();
    private final Span state = new Span();
    private final Span examples = new Span();

    /**
     * @param chosen null where none is
     * @param samples some values of a column, for people
     */
    FieldRow(
            Field field,
            Suggestion suggestion,
            List<String> headers,
            @Nullable String chosen,
            Function<String, String> samples,
            Runnable changed) {
        this.field = field;
        this.suggestion = suggestion;
        this.samples = samples;
        addClassName("field-row");
        select.setLabel(getTranslation(field.required() ? "columns.required" : "columns.optional", field.label()));
        select.setHelperText(getTranslation("columns.field." + field.key()));
        select.setPlaceholder(getTranslation("columns.choose"));
        select.setItems(headers);
        select.setEmptySelectionAllowed(!field.required());
        select.setEmptySelectionCaption(getTranslation("columns.none"));
        select.setManualValidation(true);
        if (chosen != null && headers.contains(chosen)) {
            select.setValue(chosen);
        }
        select.addValueChangeListener(change -> {
            refuse(null);
            describe();
            changed.run();
        });
        examples.addClassName("examples");
        Div facts = new Div(state, examples);
        facts.addClassName("field-facts");
        add(select, facts);
        describe();
    }

    Field field() {
        return field;
    }

    @Nullable String header() {
        String value = select.getValue();
        return value == null || value.isEmpty() ? null : value;
    }

    /** Says beside the field what is wrong with it, or takes that back. */
    void refuse(@Nullable String why) {
        select.setInvalid(why != null);
        select.setErrorMessage(why);
    }

    void focus() {
        select.focus();
    }

    private void describe() {
        String header = header();
        String word = word(header);
        state.setText(getTranslation("columns.state." + word));
        state.setClassName("state-badge " + word);
        examples.setText(header == null ? candidates() : samples.apply(header));
    }

    /** How the present choice is known. */
    private String word(@Nullable String header) {
        if (header != null) {
            boolean proposed = suggestion.candidates().size() == 1
                    && suggestion.candidates().getFirst().equals(header);
            return proposed ? suggestion.certainty().name().toLowerCase(Locale.ROOT) : "chosen";
        }
        if (suggestion.certainty() == Certainty.AMBIGUOUS) {
            return "ambiguous";
        }
        return field.required() ? "missing" : "unused";
    }

    private String candidates() {
        return suggestion.certainty() == Certainty.AMBIGUOUS
                ? getTranslation("columns.candidates", String.join(", ", suggestion.candidates()))
                : "";
    }
}
