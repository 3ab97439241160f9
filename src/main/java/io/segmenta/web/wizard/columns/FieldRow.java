package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One field: which column it is, how that is known, and what the column holds. */
final class FieldRow extends Div {
    private static final int EXAMPLES = 3;

    private final Field field;
    private final Suggestion suggestion;
    private final FileColumns file;
    private final Select<String> select = new Select<>();
    private final Span state = new Span();
    private final Span examples = new Span();
    private final Span origin = new Span();

    /** @param chosen null where none is */
    FieldRow(Field field, Suggestion suggestion, FileColumns file, @Nullable String chosen, Runnable changed) {
        this.field = field;
        this.suggestion = suggestion;
        this.file = file;
        addClassName("field-row");
        prepareSelect(chosen);
        select.addValueChangeListener(change -> {
            refuse(null);
            changed.run();
        });
        examples.addClassName("examples");
        origin.addClassName("origin");
        Div facts = new Div(state, examples, origin);
        facts.addClassName("field-facts");
        add(select, facts);
        describe();
    }

    private void prepareSelect(@Nullable String chosen) {
        select.setLabel(getTranslation(field.required() ? "columns.required" : "columns.optional", field.label()));
        select.setHelperText(getTranslation("columns.field." + field.key()));
        select.setPlaceholder(getTranslation("columns.choose"));
        List<String> items = new ArrayList<>(file.headers());
        boolean derived = chosen != null
                && !items.contains(chosen)
                && new ColumnName(chosen, file.headers()).derived().isPresent();
        if (derived) {
            // chosen in an earlier version, or by hand
            items.add(chosen);
        }
        select.setItems(items);
        if (file.nameless()) {
            // a number alone tells nobody which column it is
            select.setItemLabelGenerator(this::nameless);
        }
        select.setEmptySelectionAllowed(!field.required());
        select.setEmptySelectionCaption(getTranslation("columns.none"));
        select.setManualValidation(true);
        if (chosen != null && items.contains(chosen)) {
            select.setValue(chosen);
        }
    }

    private String nameless(@Nullable String header) {
        return header == null
                ? getTranslation("columns.none")
                : file.values(header)
                        .findFirst()
                        .map(value -> getTranslation("columns.nameless", header, value))
                        .orElse(header);
    }

    Field field() {
        return field;
    }

    /** Null where none is chosen. */
    @Nullable String column() {
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

    /** Whether the column is the one that was found, not guessed and not chosen. */
    boolean isFound() {
        return Set.of("found", "remembered").contains(word(column()));
    }

    /** Brings what is said of the choice up to date. */
    void describe() {
        String column = column();
        String word = word(column);
        state.setText(getTranslation("columns.state." + word));
        state.setClassName("state-badge " + word);
        examples.setText(column == null ? without() : with(column));
        origin.setText(origin(column));
        origin.setVisible(!origin.getText().isEmpty());
    }

    /** How the present choice is known. */
    private String word(@Nullable String column) {
        if (column != null) {
            boolean proposed = suggestion.candidates().size() == 1
                    && suggestion.candidates().getFirst().equals(column);
            return proposed ? suggestion.certainty().name().toLowerCase(Locale.ROOT) : "chosen";
        }
        if (suggestion.certainty() == Certainty.AMBIGUOUS) {
            return "ambiguous";
        }
        return field.required() ? "missing" : "unused";
    }

    private String with(String column) {
        List<String> some = file.values(column).distinct().limit(EXAMPLES).toList();
        return some.isEmpty()
                ? getTranslation("columns.empty")
                : getTranslation("columns.examples", String.join(" · ", some));
    }

    /** How a column came to be that the file does not have. */
    private String origin(@Nullable String column) {
        return column == null
                ? ""
                : file.origin(column)
                        .map(found -> getTranslation("columns.origin." + found.key(), found.column()))
                        .orElse("");
    }

    private String without() {
        return suggestion.certainty() == Certainty.AMBIGUOUS
                ? getTranslation("columns.candidates", String.join(", ", suggestion.candidates()))
                : "";
    }
}
