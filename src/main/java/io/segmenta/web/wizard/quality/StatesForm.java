package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The states of the orders with their rows; each counts or is left out. Empty where no column that was chosen tells of any. */
final class StatesForm extends Div {
    private final Map<String, Checkbox> states = new LinkedHashMap<>();
    /** Chosen by what this form does not show; they stay. */
    private final transient List<RowFilter> kept = new ArrayList<>();

    StatesForm(QualityQuery query, CleaningRules rules, Formats formats, Runnable changed) {
        addClassName("states-form");
        Optional<String> column = query.mapping().header(Field.STATUS);
        boolean known = column.isPresent()
                && Optional.ofNullable(query.reading().proposal().suggestions().get(Field.STATUS))
                        .flatMap(suggestion -> suggestion.header())
                        .equals(column);
        List<String> leftOut =
                rules.filter(Field.STATUS, Mode.EXCEPT).map(RowFilter::values).orElse(List.of());
        Map<String, Long> rows = known ? query.reading().states() : Map.of();
        rules.filter(Field.STATUS, Mode.ONLY).ifPresent(kept::add);
        List<String> unseen =
                leftOut.stream().filter(state -> !rows.containsKey(state)).toList();
        if (!unseen.isEmpty()) {
            kept.add(new RowFilter(Field.STATUS, Mode.EXCEPT, unseen));
        }
        if (rows.isEmpty()) {
            return;
        }
        FiguresTable table = new FiguresTable(getTranslation("quality.states"))
                .words(getTranslation("quality.states"))
                .numbers(getTranslation("quality.rows"));
        rows.forEach((state, count) -> {
            Checkbox counts = new Checkbox(state, !leftOut.contains(state));
            counts.addValueChangeListener(change -> changed.run());
            states.put(state, counts);
            table.row(counts, formats.count(count));
        });
        add(new Paragraph(getTranslation("quality.states.lead", column.orElse(""))), table);
    }

    List<RowFilter> filters() {
        List<String> out = states.entrySet().stream()
                .filter(state -> !state.getValue().getValue())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
        List<RowFilter> filters = new ArrayList<>();
        for (RowFilter filter : kept) {
            if (filter.mode() == Mode.EXCEPT) {
                out.addAll(filter.values());
            } else {
                filters.add(filter);
            }
        }
        if (!out.isEmpty()) {
            filters.add(new RowFilter(Field.STATUS, Mode.EXCEPT, out));
        }
        return filters;
    }
}
