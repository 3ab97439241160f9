package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Formats;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of one field: some chosen from what occurs or typed in part, and a list of any length that is pasted. */
final class ValueChooser extends Div {
    /** More are easier to handle as a list. */
    private static final int CHOSEN = 40;

    private static final String LINES = "\\R";
    private static final String CELLS = "[\t;,]";

    private final Field field;
    private final Mode mode;
    private final transient Formats formats;
    private final transient Runnable changed;
    private final MultiSelectComboBox<String> some = new MultiSelectComboBox<>();
    private final TextArea list = new TextArea();
    private final Button paste = new Button();
    private Map<String, FieldValue> known = Map.of();
    private boolean settled = true;

    ValueChooser(Field field, Mode mode, List<String> chosen, Formats formats, Runnable changed) {
        this.field = field;
        this.mode = mode;
        this.formats = formats;
        this.changed = changed;
        addClassName("value-chooser");
        boolean asList = chosen.size() > CHOSEN;
        prepareSome(asList ? Set.of() : new LinkedHashSet<>(chosen));
        prepareList(asList ? chosen : List.of());
        add(some, paste, list);
    }

    private void prepareSome(Set<String> chosen) {
        some.setLabel(getTranslation("quality.filter." + mode + "." + field.key()));
        some.setPlaceholder(getTranslation("quality.filter.placeholder." + mode));
        some.setClearButtonVisible(true);
        some.setManualValidation(true);
        some.setItemLabelGenerator(this::label);
        some.setItems(List.copyOf(chosen));
        some.setValue(chosen);
        some.addValueChangeListener(change -> {
            if (!settled) {
                return;
            }
            boolean many = change.getValue().size() > CHOSEN;
            some.setInvalid(many);
            some.setErrorMessage(many ? getTranslation("quality.filter.many", CHOSEN) : "");
            if (!many) {
                changed.run();
            }
        });
        some.addCustomValueSetListener(typed -> type(typed.getDetail().strip()));
    }

    private void prepareList(List<String> values) {
        list.setLabel(getTranslation("quality.filter.list." + mode + "." + field.key()));
        list.setManualValidation(true);
        list.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        list.setMaxHeight("220px");
        list.setValue(String.join("\n", values));
        list.setVisible(!values.isEmpty());
        count();
        list.addValueChangeListener(change -> {
            Optional<String> refusal = refusal();
            list.setInvalid(refusal.isPresent());
            list.setErrorMessage(refusal.orElse(""));
            count();
            if (refusal.isEmpty()) {
                changed.run();
            }
        });
        paste.setText(getTranslation("quality.filter.paste"));
        paste.setAriaLabel(getTranslation("quality.filter.paste.label", list.getLabel()));
        paste.addThemeVariants(ButtonVariant.TERTIARY);
        paste.setVisible(values.isEmpty());
        paste.addClickListener(click -> {
            paste.setVisible(false);
            list.setVisible(true);
            list.focus();
        });
    }

    private void count() {
        int values = pasted().size();
        list.setHelperText(
                values == 0
                        ? getTranslation("quality.filter.list.help")
                        : getTranslation("quality.filter.list.count", values, formats.count(values)));
    }

    /** Why the list cannot be used, if it cannot. */
    private Optional<String> refusal() {
        try {
            if (!pasted().isEmpty()) {
                new RowFilter(field, mode, pasted());
            }
            return Optional.empty();
        } catch (UserFacingException why) {
            return Optional.of(why.getMessage());
        }
    }

    /** One value a line; or the cells of the only line. */
    private List<String> pasted() {
        String text = list.getValue().strip();
        Stream<String> values = Stream.of(text.split(LINES));
        return (text.lines().count() > 1 ? values : Stream.of(text.split(CELLS)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A word that is typed stands for everything it is a part of. */
    private void type(String typed) {
        if (typed.isEmpty()) {
            return;
        }
        Set<String> chosen = new LinkedHashSet<>(some.getValue());
        chosen.add(typed.contains("*") ? typed : "*" + typed + "*");
        show(chosen);
    }

    /** What can be chosen. */
    void offer(List<FieldValue> values) {
        known = values.stream()
                .collect(Collectors.toMap(FieldValue::value, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        show(some.getValue());
    }

    /** The known ones in their order, then what was typed. */
    private void show(Set<String> chosen) {
        Set<String> items = new LinkedHashSet<>(known.keySet());
        items.addAll(chosen);
        if (!items.equals(some.getListDataView().getItems().collect(Collectors.toSet()))) {
            Set<String> before = Set.copyOf(some.getValue());
            settled = false;
            some.setItems(items);
            some.setValue(before);
            settled = true;
        }
        some.setValue(chosen);
    }

    private String label(String value) {
        FieldValue found = known.get(value);
        if (found == null) {
            return value;
        }
        String name = found.description().isEmpty() ? value : value + " · " + found.description();
        return getTranslation("quality.filter.value", name, formats.count(found.rows()));
    }

    void focus() {
        some.focus();
    }

    /** Empty where nothing is chosen, or what is chosen is refused. */
    Optional<RowFilter> filter() {
        Set<String> values = new LinkedHashSet<>(some.isInvalid() ? Set.of() : some.getValue());
        if (refusal().isEmpty()) {
            values.addAll(pasted());
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(new RowFilter(field, mode, List.copyOf(values)));
    }
}
