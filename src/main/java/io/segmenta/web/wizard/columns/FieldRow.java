package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.segmenta.engine.columns.MappingProposal.Certainty;
import io.segmenta.engine.columns.MappingProposal.Suggestion;
import io.segmenta.engine.transactions.ColumnName;
import io.segmenta.engine.transactions.DerivedColumn.PiecePrice;
import io.segmenta.engine.transactions.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One field: which column it is, how that is known, what the column holds, and a way out where the file has none. */
final class FieldRow extends Div {
    private static final int EXAMPLES = 3;

    private final Field field;
    private final Suggestion suggestion;
    private final FileColumns file;
    private final transient Optional<Substitute> substitute;
    private final String instead;
    private final Select<String> select = new Select<>();
    private final Checkbox total = new Checkbox();
    private final Span state = new Span();
    private final Span examples = new Span();
    private final Span origin = new Span();
    private final Button wayOut;

    /** @param chosen null where none is */
    FieldRow(Field field, Suggestion suggestion, FileColumns file, @Nullable String chosen, Runnable changed) {
        this.field = field;
        this.suggestion = suggestion;
        this.file = file;
        this.substitute = Substitute.of(field)
                .filter(s -> file.headers().stream().noneMatch(header -> s.is(header, file.headers())));
        this.instead = substitute.map(s -> getTranslation(s.key())).orElse("");
        addClassName("field-row");
        prepareSelect();
        total.setLabel(getTranslation("columns.total"));
        wayOut = new Button(getTranslation("columns.instead", instead), click -> select.setValue(instead));
        wayOut.addThemeVariants(ButtonVariant.TERTIARY);
        enter(chosen);
        select.addValueChangeListener(change -> {
            refuse(null);
            changed.run();
        });
        total.addValueChangeListener(change -> changed.run());
        examples.addClassName("examples");
        origin.addClassName("origin");
        Div facts = new Div(state, examples, origin, wayOut, total);
        facts.addClassName("field-facts");
        add(select, facts);
        describe();
    }

    private void prepareSelect() {
        select.setLabel(getTranslation(field.required() ? "columns.required" : "columns.optional", field.label()));
        select.setHelperText(getTranslation("columns.field." + field.key()));
        select.setPlaceholder(getTranslation("columns.choose"));
        List<String> items = new ArrayList<>(file.headers());
        if (!instead.isEmpty()) {
            items.add(instead);
        }
        select.setItems(items);
        if (file.nameless()) {
            // a number alone tells nobody which column it is
            select.setItemLabelGenerator(this::nameless);
        }
        select.setEmptySelectionAllowed(!field.required());
        select.setEmptySelectionCaption(getTranslation("columns.none"));
        select.setManualValidation(true);
    }

    private String nameless(@Nullable String header) {
        return header == null
                ? getTranslation("columns.none")
                : file.values(header)
                        .findFirst()
                        .map(value -> getTranslation("columns.nameless", header, value))
                        .orElse(header);
    }

    private void enter(@Nullable String chosen) {
        if (chosen == null) {
            return;
        }
        if (file.headers().contains(chosen)) {
            select.setValue(chosen);
        } else if (substitute.filter(s -> s.is(chosen, file.headers())).isPresent()) {
            select.setValue(instead);
        } else if (field == Field.UNIT_PRICE
                && new ColumnName(chosen, file.headers()).derived().orElse(null) instanceof PiecePrice price
                && file.headers().contains(price.total())) {
            select.setValue(price.total());
            total.setValue(true);
        }
    }

    Field field() {
        return field;
    }

    /** Of the file; null where none is chosen, or something stands for it. */
    @Nullable String column() {
        String value = select.getValue();
        return value == null || value.isEmpty() || isInstead() ? null : value;
    }

    /**
     * What the mapping calls it.
     *
     * @param columns those chosen in all rows
     * @param quantity what the mapping calls the quantity, or null
     */
    @Nullable String header(Map<Field, String> columns, @Nullable String quantity) {
        if (isInstead()) {
            return substitute.flatMap(s -> s.header(columns)).orElse(null);
        }
        String column = column();
        return column != null && quantity != null && isTotal() ? new PiecePrice(column, quantity).name() : column;
    }

    /** Whether something stands for a column that the file does not have. */
    boolean isInstead() {
        return !instead.isEmpty() && instead.equals(select.getValue());
    }

    private boolean isTotal() {
        return total.isVisible() && total.getValue();
    }

    /** Says beside the field what is wrong with it, or takes that back. */
    void refuse(@Nullable String why) {
        select.setInvalid(why != null);
        select.setErrorMessage(why);
    }

    void focus() {
        select.focus();
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
        wayOut.setVisible(!instead.isEmpty() && field.required() && select.getValue() == null);
        // whose header says that it is the price of one piece is not asked
        total.setVisible(field == Field.UNIT_PRICE
                && column != null
                && origin.getText().isEmpty()
                && (total.getValue() || !word.equals("found")));
    }

    /** How the present choice is known. */
    private String word(@Nullable String column) {
        if (column != null) {
            boolean proposed = suggestion.candidates().size() == 1
                    && suggestion.candidates().getFirst().equals(column);
            return proposed ? suggestion.certainty().name().toLowerCase(Locale.ROOT) : "chosen";
        }
        if (isInstead()) {
            return "chosen";
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
        if (isInstead()) {
            return substitute.map(s -> getTranslation(s.key() + ".help")).orElse("");
        }
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
