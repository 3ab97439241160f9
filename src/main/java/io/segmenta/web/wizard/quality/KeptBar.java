package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.web.component.Formats;
import java.util.Locale;
import java.util.StringJoiner;

/** Every row that was read, as one bar: what is kept and what leaves for which reason. The parts add up, and the sum is written below. */
final class KeptBar extends Div {
    private final transient Formats formats;
    private final Div bar = new Div();
    private final UnorderedList legend = new UnorderedList();
    private final Paragraph sum = new Paragraph();

    KeptBar(Formats formats) {
        this.formats = formats;
        addClassName("kept-bar");
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        legend.addClassName("legend");
        sum.addClassName("sum");
        add(bar, legend, sum);
    }

    void show(QualityReport report) {
        bar.removeAll();
        legend.removeAll();
        StringJoiner terms = new StringJoiner(" + ");
        part("kept", getTranslation("quality.kept"), report.rowsKept(), report.rowsRead());
        terms.add(formats.count(report.rowsKept()));
        for (DropReason reason : DropReason.values()) {
            QualityReport.Dropped dropped = report.dropped().get(reason);
            if (dropped != null && dropped.rows() > 0) {
                part(reason.name().toLowerCase(Locale.ROOT), reason.label(), dropped.rows(), report.rowsRead());
                terms.add(formats.count(dropped.rows()));
            }
        }
        sum.setText(getTranslation("quality.sum", formats.count(report.rowsRead()), terms));
    }

    private void part(String name, String label, long rows, long all) {
        Div part = new Div();
        part.addClassNames("part", "part-" + name);
        part.getStyle().set("flex-grow", String.valueOf(rows));
        if (rows > 0) {
            bar.add(part);
        }
        Span swatch = new Span();
        swatch.addClassNames("swatch", "part-" + name);
        Span figures = new Span(getTranslation(
                "quality.part", formats.count(rows), formats.percent(all == 0 ? 0 : (double) rows / all, 1)));
        figures.addClassName("quiet");
        legend.add(new ListItem(swatch, new Span(label), figures));
    }
}
