package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.clean.RowFilter;
import io.segmenta.engine.clean.RowFilter.Mode;
import io.segmenta.engine.clean.StateCount;
import io.segmenta.engine.transactions.Field;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The states of the orders with their figures; each counts or is left out. The figures change in place, so the focus stays. */
final class StatesForm extends Div {
    private record Line(Checkbox counts, Span rows, Span orders, Span money) {}

    private final transient Formats formats;
    private final transient Runnable changed;
    private final transient Optional<RowFilter> recommended;
    /** Another choice than that of states to leave out stays as it is. */
    private final transient Optional<RowFilter> only;

    private final List<String> leftOut;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Div place = new Div();
    private final Paragraph together = new Paragraph();

    /** @param recommended the rules that follow from the file */
    StatesForm(String column, CleaningRules rules, CleaningRules recommended, Formats formats, Runnable changed) {
        this.formats = formats;
        this.changed = changed;
        this.recommended = recommended.filter(Field.STATUS, Mode.EXCEPT);
        this.only = rules.filter(Field.STATUS, Mode.ONLY);
        this.leftOut = new ArrayList<>(
                rules.filter(Field.STATUS, Mode.EXCEPT).map(RowFilter::values).orElse(List.of()));
        addClassName("states-form");
        together.addClassName("sum");
        together.getElement().setAttribute("role", "status");
        Paragraph lead = new Paragraph(getTranslation("quality.states.lead", column));
        lead.addClassName("lead");
        add(lead, place, together);
    }

    void show(List<StateCount> counts) {
        if (!counts.stream().map(StateCount::state).toList().equals(List.copyOf(lines.keySet()))) {
            build(counts);
        }
        for (StateCount count : counts) {
            Line line = lines.get(count.state());
            if (line != null) {
                line.rows.setText(formats.count(count.rows()));
                line.orders.setText(formats.count(count.orders()));
                line.money.setText(formats.money(count.money()));
            }
        }
        List<StateCount> out =
                counts.stream().filter(count -> isLeftOut(count.state())).toList();
        long rows = out.stream().mapToLong(StateCount::rows).sum();
        long orders = out.stream().mapToLong(StateCount::orders).sum();
        together.setText(getTranslation(
                rows == 0 ? "quality.states.all" : "quality.states.together",
                rows,
                orders,
                formats.money(out.stream().mapToDouble(StateCount::money).sum()),
                formats.count(rows),
                formats.count(orders)));
    }

    private void build(List<StateCount> counts) {
        lines.clear();
        FiguresTable table = new FiguresTable(getTranslation("quality.states"))
                .words(getTranslation("quality.state"))
                .numbers(getTranslation("quality.rows"))
                .numbers(getTranslation("quality.orders"))
                .numbers(getTranslation("quality.money"))
                .stacked();
        for (StateCount count : counts) {
            String state = count.state();
            Checkbox counted =
                    new Checkbox(state.isEmpty() ? getTranslation("quality.states.none") : state, !isLeftOut(state));
            counted.setReadOnly(state.isEmpty());
            counted.addValueChangeListener(change -> {
                leftOut.removeIf(state::equalsIgnoreCase);
                if (!change.getValue()) {
                    leftOut.add(state);
                }
                changed.run();
            });
            Line line = new Line(counted, new Span(), new Span(), new Span());
            lines.put(state, line);
            table.row(counted, line.rows, line.orders, line.money);
        }
        place.removeAll();
        place.add(table);
    }

    private boolean isLeftOut(String state) {
        return leftOut.stream().anyMatch(state::equalsIgnoreCase);
    }

    /** Leads to the first of what is left out, or to the first of all. */
    void focus() {
        scrollIntoView();
        Predicate<Line> open = line -> !line.counts.getValue();
        lines.values().stream()
                .filter(open)
                .findFirst()
                .or(() -> lines.values().stream().findFirst())
                .ifPresent(line -> line.counts.focus());
    }

    List<RowFilter> filters() {
        List<RowFilter> filters = new ArrayList<>(only.stream().toList());
        if (!leftOut.isEmpty()) {
            // the same choice is the same rule, in whatever order it was made
            filters.add(recommended
                    .filter(usual -> usual.values().size() == leftOut.size()
                            && usual.values().stream().allMatch(this::isLeftOut))
                    .orElseGet(() -> new RowFilter(Field.STATUS, Mode.EXCEPT, leftOut)));
        }
        return filters;
    }
}
