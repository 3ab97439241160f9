package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.FieldValue;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.Formats;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which countries, products and customers count: for each those alone that count, and those that do not. */
final class FilterForm extends Div {
    private final Map<Field, List<ValueChooser>> choosers = new EnumMap<>(Field.class);

    FilterForm(CleaningRules rules, List<Field> fields, Formats formats, Runnable changed) {
        addClassName("filter-form");
        Paragraph help = new Paragraph(getTranslation("quality.filter.help"));
        help.addClassName("quiet");
        add(help);
        for (Field field : fields) {
            Div row = new Div();
            row.addClassName("form-row");
            List<ValueChooser> pair = List.of(Mode.values()).stream()
                    .map(mode -> new ValueChooser(
                            field,
                            mode,
                            rules.filter(field, mode).map(RowFilter::values).orElse(List.of()),
                            formats,
                            changed))
                    .toList();
            pair.forEach(row::add);
            choosers.put(field, pair);
            add(new H3(field.label()), row);
        }
    }

    /** What can be chosen. */
    void offer(Field field, List<FieldValue> values) {
        choosers.getOrDefault(field, List.of()).forEach(chooser -> chooser.offer(values));
    }

    /** Leads to the first that is used, or to the first of all. */
    void focus() {
        List<ValueChooser> all =
                choosers.values().stream().flatMap(List::stream).toList();
        all.stream()
                .filter(chooser -> chooser.filter().isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .ifPresent(ValueChooser::focus);
    }

    List<RowFilter> filters() {
        return choosers.values().stream()
                .flatMap(List::stream)
                .map(ValueChooser::filter)
                .flatMap(Optional::stream)
                .toList();
    }
}
