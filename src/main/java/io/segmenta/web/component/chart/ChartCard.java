package io.segmenta.web.component.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.web.component.Formats;

/** A chart with its title, the sentence that says what it says, and its numbers as a table. */
public final class ChartCard extends Section {

    private final Formats formats;
    private final String firstColumn;
    private final Paragraph sentence = new Paragraph();
    private final Chart chart;
    private final Div table = new Div();

    /**
     * @param firstColumn what the categories are, as the table's first heading
     */
    public ChartCard(String title, String sentence, String firstColumn, ChartSpec spec, Formats formats) {
        this.formats = formats;
        this.firstColumn = firstColumn;
        addClassNames("card", "chart-card");
        this.sentence.addClassName("lead");
        chart = new Chart(spec, sentence, formats);
        table.addClassName("table-scroll");
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

    /** Puts something between the chart and its numbers. */
    public ChartCard with(Component... components) {
        addComponentAtIndex(getComponentCount() - 1, new Div(components));
        return this;
    }

    private NativeTable table(ChartSpec spec) {
        NativeTable whole = new NativeTable();
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(firstColumn));
        spec.series().forEach(series -> head.add(number(new NativeTableHeaderCell(series.name()))));
        NativeTableBody body = new NativeTableBody();
        int rows = spec.series().stream()
                .mapToInt(series -> series.points().size())
                .max()
                .orElse(0);
        for (int i = 0; i < rows; i++) {
            body.add(row(spec, i));
        }
        whole.add(new NativeTableHeader(head), body);
        return whole;
    }

    private NativeTableRow row(ChartSpec spec, int i) {
        NativeTableRow row = new NativeTableRow();
        String name = spec.categories().isEmpty()
                ? spec.xNumbers().write(spec.series().getFirst().points().get(i).x(), formats)
                : spec.categories().get(i);
        NativeTableHeaderCell header = new NativeTableHeaderCell(name);
        header.getElement().setAttribute("scope", "row");
        row.add(header);
        for (ChartSpec.Series series : spec.series()) {
            boolean has = i < series.points().size();
            String text = has ? spec.numbers().write(series.points().get(i).y(), formats) : "";
            row.add(number(new NativeTableCell(text)));
        }
        return row;
    }

    private static <C extends Component> C number(C cell) {
        cell.getElement().getClassList().add("number");
        return cell;
    }
}
