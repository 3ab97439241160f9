package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which countries, products and customers count: for each those alone that count, and those that do not. */
final class FilterForm extends Div {
    /** More would not fit into an address. */
    private static final int MOST_VALUES = 40;

    private final transient Formats formats;
    private final transient Runnable changed;
    private final Map<Field, Map<Mode, MultiSelectComboBox<String>>> choosers = new EnumMap<>(Field.class);
    private final transient Map<Field, Map<String, FieldValue>> known = new EnumMap<>(Field.class);

    private boolean settled = true;

    FilterForm(CleaningRules rules, List<Field> fields, Formats formats, Runnable changed) {
        this.formats = formats;
        this.changed = changed;
        addClassName("filter-form");
        Paragraph help = new Paragraph(getTranslation("quality.filter.help"));
        help.addClassName("quiet");
        add(help);
        for (Field field : fields) {
            Map<Mode, MultiSelectComboBox<String>> pair = new EnumMap<>(Mode.class);
            choosers.put(field, pair);
            Div row = new Div();
            row.addClassName("form-row");
            for (Mode mode : Mode.values()) {
                MultiSelectComboBox<String> chooser = chooser(field, mode, rules);
                pair.put(mode, chooser);
                row.add(chooser);
            }
            add(new H3(field.label()), row);
        }
    }

    private MultiSelectComboBox<String> chooser(Field field, Mode mode, CleaningRules rules) {
        MultiSelectComboBox<String> chooser = new MultiSelectComboBox<>();
        chooser.setLabel(getTranslation("quality.filter." + mode + "." + field.key()));
        chooser.setPlaceholder(getTranslation("quality.filter.placeholder." + mode));
        chooser.setClearButtonVisible(true);
        chooser.setManualValidation(true);
        chooser.setItemLabelGenerator(value -> label(field, value));
        Set<String> chosen = new LinkedHashSet<>(
                rules.filter(field, mode).map(RowFilter::values).orElse(List.of()));
        chooser.setItems(List.copyOf(chosen));
        chooser.setValue(chosen);
        chooser.addValueChangeListener(change -> {
            if (!settled) {
                return;
            }
            boolean many = change.getValue().size() > MOST_VALUES;
            chooser.setInvalid(many);
            chooser.setErrorMessage(many ? getTranslation("quality.filter.many", MOST_VALUES) : "");
            if (!many) {
                changed.run();
            }
        });
        chooser.addCustomValueSetListener(
                typed -> add(field, mode, typed.getDetail().strip()));
        return chooser;
    }

    private MultiSelectComboBox<String> chooser(Field field, Mode mode) {
        return Objects.requireNonNull(
                Objects.requireNonNull(choosers.get(field)).get(mode));
    }

    /** A word that is typed stands for everything it is a part of. */
    private void add(Field field, Mode mode, String typed) {
        if (typed.isEmpty()) {
            return;
        }
        MultiSelectComboBox<String> chooser = chooser(field, mode);
        Set<String> chosen = new LinkedHashSet<>(chooser.getValue());
        chosen.add(typed.contains("*") ? typed : "*" + typed + "*");
        show(field, chooser, chosen);
    }

    /** What can be chosen. */
    void offer(Field field, List<FieldValue> values) {
        known.put(
                field,
                values.stream()
                        .collect(Collectors.toMap(FieldValue::value, value -> value, (a, b) -> a, LinkedHashMap::new)));
        for (Mode mode : Mode.values()) {
            show(field, chooser(field, mode), chooser(field, mode).getValue());
        }
    }

    /** The known ones in their order, then what was typed. */
    private void show(Field field, MultiSelectComboBox<String> chooser, Set<String> chosen) {
        Set<String> items = new LinkedHashSet<>(known(field).keySet());
        items.addAll(chosen);
        if (!items.equals(chooser.getListDataView().getItems().collect(Collectors.toSet()))) {
            Set<String> before = Set.copyOf(chooser.getValue());
            settled = false;
            chooser.setItems(items);
            chooser.setValue(before);
            settled = true;
        }
        chooser.setValue(chosen);
    }

    private Map<String, FieldValue> known(Field field) {
        return known.getOrDefault(field, Map.of());
    }

    private String label(Field field, String value) {
        FieldValue found = known(field).get(value);
        if (found == null) {
            return value;
        }
        String name = found.description().isEmpty() ? value : value + " · " + found.description();
        return getTranslation("quality.filter.value", name, formats.count(found.rows()));
    }

    List<RowFilter> filters() {
        List<RowFilter> filters = new ArrayList<>();
        choosers.forEach((field, pair) -> pair.forEach((mode, chooser) -> {
            if (!chooser.isEmpty() && !chooser.isInvalid()) {
                filters.add(new RowFilter(field, mode, List.copyOf(chooser.getValue())));
            }
        }));
        return filters;
    }
}
