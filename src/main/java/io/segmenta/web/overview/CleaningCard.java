package io.segmenta.web.overview;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.web.component.FiguresTable;
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
            add(table(report));
        }
        QualityReport.GivenBack back = report.givenBack();
        if (back != null && back.rows() > 0) {
            Paragraph taken = new Paragraph(getTranslation(
                    "overview.cleaning.back", formats.money(back.money()), formats.money(report.sales())));
            taken.addClassName("quiet");
            add(taken);
        }
        if (result.outliers() > 0) {
            Paragraph outliers = new Paragraph(
                    getTranslation("overview.outliers", result.outliers(), formats.count(result.outliers())));
            outliers.addClassName("quiet");
            add(outliers);
        }
    }

    private FiguresTable table(QualityReport report) {
        FiguresTable table = new FiguresTable(getTranslation("overview.cleaning"))
                .words(getTranslation("overview.cleaning.reason"))
                .numbers(getTranslation("overview.cleaning.rows"))
                .numbers(getTranslation("overview.cleaning.money"));
        for (DropReason reason : DropReason.values()) {
            Dropped dropped = report.dropped().get(reason);
            if (dropped != null && dropped.rows() > 0) {
                table.row(reason.label(), formats.count(dropped.rows()), formats.wholeMoney(dropped.money()));
            }
        }
        return table;
    }
}
