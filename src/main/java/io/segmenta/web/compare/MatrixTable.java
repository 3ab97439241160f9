package io.segmenta.web.compare;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.segment.Migration;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.web.compare.Side.Place;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** From where (rows) to where (columns); a number is a button that lists the customers behind it. */
final class MatrixTable {
    private final Compared compared;
    private final Measure measure;
    private final BiConsumer<Integer, Integer> chosen;
    private final Formats formats;
    private final double largest;

    /** @param chosen hears of the clusters of the cell that is clicked */
    MatrixTable(Compared compared, Measure measure, BiConsumer<Integer, Integer> chosen) {
        this.compared = compared;
        this.measure = measure;
        this.chosen = chosen;
        this.formats = compared.formats();
        largest = flows().stream().mapToDouble(measure::of).max().orElse(0);
    }

    private List<Flow> flows() {
        return compared.comparison().migration().flows();
    }

    /**
     * @param title for screen readers
     * @param corner heading of the rows
     * @param total heading of the sums
     */
    FiguresTable table(String title, String corner, String total) {
        FiguresTable table = new FiguresTable(title).words(corner);
        compared.after().places().forEach(place -> table.numbers(place.name()));
        table.numbers(total).stacked();
        for (Place row : compared.before().places()) {
            List<Component> cells = new ArrayList<>();
            for (Place column : compared.after().places()) {
                cells.add(cell(row, column));
            }
            double sum = flows().stream()
                    .filter(flow -> flow.from() == row.cluster())
                    .mapToDouble(measure::of)
                    .sum();
            cells.add(new Span(measure.write(sum, formats)));
            table.row(name(row), cells.toArray(Component[]::new));
        }
        return table;
    }

    private static Span name(Place place) {
        Span swatch = new Span();
        swatch.addClassNames("swatch", place.colour());
        Span name = new Span(swatch, new Span(place.name()));
        name.addClassName("matrix-name");
        return name;
    }

    private Component cell(Place row, Place column) {
        Migration migration = compared.comparison().migration();
        Optional<Flow> flow = migration.flow(row.cluster(), column.cluster());
        if (flow.isEmpty()) {
            return new Span();
        }
        double value = measure.of(flow.get());
        NativeButton button = new NativeButton(
                measure.write(value, formats), click -> chosen.accept(row.cluster(), column.cluster()));
        button.addClassName("matrix-cell");
        button.setAriaLabel(
                button.getTranslation("compare.cell", row.name(), column.name(), measure.write(value, formats)));
        button.getStyle()
                .set(
                        "--share",
                        String.format(Locale.ROOT, "%.0f%%", largest > 0 ? 45 * Math.sqrt(value / largest) : 0));
        return button;
    }
}
