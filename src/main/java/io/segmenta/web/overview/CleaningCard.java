package io.segmenta.web.overview;

import com.vaadin.flow.component.HtmlContainer;
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
import io.segmenta.clean.DropReason;
import io.segmenta.clean.QualityReport;
import io.segmenta.clean.QualityReport.Dropped;
import io.segmenta.run.RunResult;
import io.segmenta.web.component.Formats;

/** What was left out of the run, and why. */
final class CleaningCard extends Section {

    private final Formats formats;

    CleaningCard(RunResult result, Formats formats) {
        this.formats = formats;
        QualityReport report = result.quality();
        addClassName("card");
        Paragraph sentence = new Paragraph(getTranslation(
                "overview.cleaning.sentence",
                formats.count(report.rowsKept()),
                formats.count(report.rowsRead()),
                formats.percent((double) report.rowsKept() / Math.max(1, report.rowsRead()), 0)));
        sentence.addClassName("lead");
        add(new H2(getTranslation("overview.cleaning")), sentence);
        if (report.rowsKept() < report.rowsRead()) {
            Div scroll = new Div(table(report));
            scroll.addClassName("table-scroll");
            add(scroll);
        }
        if (result.outliers() > 0) {
            Paragraph outliers = new Paragraph(getTranslation("overview.outliers", formats.count(result.outliers())));
            outliers.addClassName("quiet");
            add(outliers);
        }
    }

    private NativeTable table(QualityReport report) {
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("overview.cleaning.reason")),
                number(new NativeTableHeaderCell(getTranslation("overview.cleaning.rows"))),
                number(new NativeTableHeaderCell(getTranslation("overview.cleaning.money"))));
        NativeTableBody body = new NativeTableBody();
        for (DropReason reason : DropReason.values()) {
            Dropped dropped = report.dropped().get(reason);
            if (dropped != null && dropped.rows() > 0) {
                NativeTableHeaderCell name = new NativeTableHeaderCell(reason.label());
                name.getElement().setAttribute("scope", "row");
                body.add(new NativeTableRow(
                        name,
                        number(new NativeTableCell(formats.count(dropped.rows()))),
                        number(new NativeTableCell(formats.wholeMoney(dropped.money())))));
            }
        }
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private static <C extends HtmlContainer> C number(C cell) {
        cell.addClassName("number");
        return cell;
    }
}
