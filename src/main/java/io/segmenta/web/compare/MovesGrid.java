package io.segmenta.web.compare;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.signals.Signal;
import io.segmenta.engine.segment.Migration.Direction;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.web.component.Narrow;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** The ways that customers went, one a line, sorted as one likes. */
final class MovesGrid extends Grid<Flow> {
    private final transient Compared compared;

    /** @param chosen hears of the clusters of a line whose customers shall be listed */
    MovesGrid(Compared compared, BiConsumer<Integer, Integer> chosen) {
        this.compared = compared;
        addThemeVariants(GridVariant.NO_ROW_BORDERS);
        addClassName("moves-grid");
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(true);
        setEmptyStateText(getTranslation("compare.moves.none"));
        Signal<Boolean> wide = Narrow.not();
        addColumn(flow -> compared.before().place(flow.from()).name())
                .setHeader(getTranslation("compare.from"))
                .setSortable(true)
                .setRowHeader(true)
                .setFlexGrow(2);
        addColumn(flow -> compared.after().place(flow.to()).name())
                .setHeader(getTranslation("compare.to"))
                .setSortable(true)
                .setFlexGrow(2);
        addColumn(flow -> getTranslation(key(direction(flow))))
                .setHeader(getTranslation("compare.direction"))
                .setSortable(true)
                .setFlexGrow(1)
                .bindVisible(wide);
        addColumn(new ComponentRenderer<>(flow -> {
                    NativeButton button = new NativeButton(
                            compared.formats().count(flow.customers()), click -> chosen.accept(flow.from(), flow.to()));
                    button.addClassName("matrix-cell");
                    button.setAriaLabel(getTranslation(
                            "compare.cell",
                            compared.before().place(flow.from()).name(),
                            compared.after().place(flow.to()).name(),
                            compared.formats().count(flow.customers())));
                    return button;
                }))
                .setHeader(getTranslation("compare.measure.customers"))
                .setComparator(Comparator.comparingInt(Flow::customers))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("140px")
                .setFlexGrow(0);
        money("compare.measure.money_before", Flow::moneyBefore).bindVisible(wide);
        money("compare.measure.money_after", Flow::moneyAfter).bindVisible(wide);
        show(Set.of());
    }

    private Column<Flow> money(String key, ToDoubleFunction<Flow> value) {
        return addColumn(flow -> compared.formats().wholeMoney(value.applyAsDouble(flow)))
                .setHeader(getTranslation(key))
                .setComparator(Comparator.comparingDouble(value))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
    }

    /** @param directions only these, empty for all */
    void show(Collection<Direction> directions) {
        List<Flow> flows = compared.comparison().migration().flows().stream()
                .filter(flow -> directions.isEmpty() || directions.contains(direction(flow)))
                .sorted(Comparator.comparingInt(Flow::customers).reversed())
                .toList();
        setItems(flows);
    }

    private Direction direction(Flow flow) {
        return compared.comparison().migration().direction(flow);
    }

    static String key(Direction direction) {
        return "compare.direction." + direction.name();
    }
}
