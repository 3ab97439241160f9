package io.segmenta.web.component.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;

/** A chart with its title, the sentence that says what it says, and its numbers as a table. */
public final class ChartCard extends Section {

    private final String title;
    private final Formats formats;
    private final String firstColumn;
    private final Paragraph sentence = new Paragraph();
    private final Chart chart;
    private final Div table = new Div();

    /**
     * @param firstColumn what the categories are, as the table's first heading
     */
    public ChartCard(String title, String sentence, String firstColumn, ChartSpec spec, Formats formats) {
        this.title = title;
        this.formats = formats;
        this.firstColumn = firstColumn;
        addClassNames("card", "chart-card");
        this.sentence.addClassName("lead");
        chart = new Chart(spec, sentence, formats);
        Details numbers = new Details(getTranslation("chart.numbers"), table);
        numbers.addClassName("numbers");
        add(new H2(title), this.sentence, chart, numbers);
        show(sentence, spec);
    }

    /** Changes chart, sentence and table in place. */
    public void show(String newSentence, ChartSpec spec) {
        sentence.setText(newSentence);
        chart.show(spec, newSentence, formats);
        table.removeAll();
        table.add(table(spec));
    }

    /** Puts something beside the chart; below it where there is no room. */
    public ChartCard beside(Component... components) {
        addClassName("chart-beside");
        addComponentAtIndex(getComponentCount() - 1, new Div(components));
        return this;
    }

    private FiguresTable table(ChartSpec spec) {
        FiguresTable figures = new FiguresTable(title).words(firstColumn);
        spec.series().forEach(series -> figures.numbers(series.name()));
        int rows = spec.series().stream()
                .mapToInt(series -> series.points().size())
                .max()
                .orElse(0);
        for (int i = 0; i < rows; i++) {
            int place = i;
            String name = spec.categories().isEmpty()
                    ? spec.xNumbers()
                            .write(spec.series().getFirst().points().get(i).x(), formats)
                    : spec.categories().get(i);
            figures.row(
                    name,
                    spec.series().stream()
                            .map(series -> cell(spec, series, place))
                            .toArray(String[]::new));
        }
        return figures;
    }

    private String cell(ChartSpec spec, ChartSpec.Series series, int place) {
        boolean has = place < series.points().size();
        return has ? spec.numbers().write(series.points().get(place).y(), formats) : "";
    }
}
