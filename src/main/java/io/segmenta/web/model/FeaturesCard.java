package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.FeatureReport.Entry;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.FinishedRun;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What customers were compared by, and why by that. */
final class FeaturesCard extends Section {

    FeaturesCard(FinishedRun run) {
        addClassName("card");
        add(new H2(getTranslation("features.title")));
        Fitting fitting = run.result().insights().fitting();
        FeatureReport report = fitting == null ? null : fitting.features();
        if (report == null) {
            String origin = run.recipe().features() == FeatureChoice.KEPT ? "features.kept" : "features.given";
            add(new Paragraph(
                    getTranslation(origin, words(run.result().transform().features()))));
            return;
        }
        LocalDate origin = report.origin();
        if (origin == null) {
            add(new Paragraph(getTranslation("features.untold", report.untold())));
            return;
        }
        String taken = report.chosen() == FeatureSet.ORIGINAL ? "features.original" : "features.better";
        Paragraph lead =
                new Paragraph(getTranslation(taken, words(report.chosen().features())));
        lead.addClassName("lead");
        Formats formats = run.formats();
        Paragraph note = new Paragraph(getTranslation(
                "features.note", formats.count(report.customers()), formats.date(origin), report.days()));
        note.addClassName("quiet");
        add(lead, table(report, formats), note);
    }

    private FiguresTable table(FeatureReport report, Formats formats) {
        FiguresTable table = new FiguresTable(getTranslation("features.title"))
                .words(getTranslation("features.set"))
                .numbers(getTranslation("features.spend"))
                .numbers(getTranslation("features.bought"))
                .numbers(getTranslation("features.mean"))
                .numbers(getTranslation("features.gain"))
                .words(getTranslation("model.trials.remark"))
                .stacked();
        for (Entry entry : report.entries()) {
            table.row(
                    words(entry.set().features()),
                    formats.percent(entry.explained().spend(), 1),
                    formats.percent(entry.explained().bought(), 1),
                    formats.percent(entry.explained().mean(), 1),
                    entry.set() == FeatureSet.ORIGINAL
                            ? "–"
                            : getTranslation(
                                    "features.points",
                                    formats.decimal(100 * entry.gain(), 1),
                                    formats.decimal(100 * entry.error(), 1)),
                    entry.set() == report.chosen() ? getTranslation("model.trials.best") : "");
        }
        return table;
    }

    private static String words(List<Feature> features) {
        return features.stream().map(Feature::label).collect(Collectors.joining(", "));
    }
}
