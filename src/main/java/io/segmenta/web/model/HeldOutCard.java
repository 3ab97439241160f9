package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.heldout.HeldOutReport.All;
import io.segmenta.engine.heldout.HeldOutReport.Line;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import java.util.List;

/** What the segments of an earlier day did in the days after it that were held out. */
final class HeldOutCard extends Section {

    HeldOutCard(HeldOutReport report, List<Segment> segments, Formats formats) {
        addClassName("card");
        add(new H2(getTranslation("heldout.title")));
        All all = report.all();
        if (all == null) {
            add(new Paragraph(getTranslation("heldout.untested", report.days(), report.untested())));
            return;
        }
        Paragraph lead = new Paragraph(
                getTranslation("heldout.lead", formats.date(all.origin()), report.days(), formats.count(all.tested())));
        lead.addClassName("lead");
        add(lead, table(report, all, segments, formats));
        add(new Paragraph(getTranslation(
                "heldout.explained",
                formats.percent(all.explained().spend(), 1),
                formats.percent(all.explained().bought(), 1))));
        Paragraph note = new Paragraph(getTranslation("heldout.note"));
        note.addClassName("quiet");
        add(note);
        if (all.tested() < all.customers()) {
            Paragraph some = new Paragraph(
                    getTranslation("heldout.some", formats.count(all.tested()), formats.count(all.customers())));
            some.addClassName("quiet");
            add(some);
        }
    }

    private FiguresTable table(HeldOutReport report, All all, List<Segment> segments, Formats formats) {
        FiguresTable table = new FiguresTable(getTranslation("heldout.title"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("heldout.customers"))
                .numbers(getTranslation("heldout.bought"))
                .numbers(getTranslation("heldout.spend"))
                .numbers(getTranslation("heldout.interval"))
                .numbers(getTranslation("heldout.lift"))
                .stacked();
        for (Segment segment : segments) {
            report.of(segment.cluster())
                    .ifPresentOrElse(
                            line -> table.row(new PersonaBadge(segment), cells(line, formats)),
                            () -> table.row(
                                    new PersonaBadge(segment), getTranslation("heldout.none"), "–", "–", "–", "–"));
        }
        table.row(
                new Span(getTranslation("heldout.all")),
                formats.count(all.tested()),
                formats.percent(all.bought(), 0),
                formats.wholeMoney(all.spendPerHead()),
                "",
                formats.decimal(1, 2));
        return table;
    }

    private static String[] cells(Line line, Formats formats) {
        return new String[] {
            formats.count(line.customers()),
            formats.percent(line.bought(), 0),
            formats.wholeMoney(line.spendPerHead()),
            formats.wholeMoney(line.low()) + " – " + formats.wholeMoney(line.high()),
            formats.decimal(line.lift(), 2)
        };
    }
}
