package io.segmenta.web.uplift;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.experiment.DetectableEffect;
import io.segmenta.service.campaign.CampaignPending;
import io.segmenta.service.campaign.Rehearsal;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.OptionalInt;

/** A campaign whose days are not over: no verdict, but when to look again, and how large an effect it could show. */
final class PendingCard extends Section {
    private static final String NOTHING = "–";

    private final transient Formats formats;

    PendingCard(CampaignPending pending, Formats formats) {
        this.formats = formats;
        addClassNames("card", "pending-card");
        Paragraph sentence = new Paragraph(pending.words());
        sentence.addClassName("verdict");
        sentence.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("uplift.pending")), sentence);
        Rehearsal rehearsal = pending.rehearsal();
        if (rehearsal == null) {
            add(new Paragraph(getTranslation("uplift.could.none")));
        } else {
            add(
                    new Paragraph(could(rehearsal.overall())),
                    table(rehearsal),
                    new Paragraph(getTranslation(
                            "uplift.could.method",
                            formats.date(rehearsal.period().from()),
                            formats.date(rehearsal.period().last()))),
                    new SelfTestLine(rehearsal, formats));
        }
    }

    private String could(DetectableEffect all) {
        return Double.isNaN(all.each())
                ? getTranslation("uplift.could.nothing")
                : getTranslation(
                        "uplift.could.all",
                        formats.count(all.control()),
                        formats.money(all.each()),
                        formats.wholeMoney(all.inAll()));
    }

    private FiguresTable table(Rehearsal rehearsal) {
        FiguresTable table = new FiguresTable(getTranslation("uplift.could"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("uplift.treated.customers"))
                .numbers(getTranslation("uplift.control.customers"))
                .numbers(getTranslation("uplift.could.each"))
                .numbers(getTranslation("uplift.could.sum"))
                .numbers(getTranslation("uplift.could.half"))
                .stacked();
        rehearsal.effects().forEach(effect -> {
            boolean known = !Double.isNaN(effect.each());
            table.row(
                    effect.name(),
                    formats.count(effect.treated()),
                    formats.count(effect.control()),
                    known ? formats.money(effect.each()) : NOTHING,
                    known ? formats.wholeMoney(effect.inAll()) : NOTHING,
                    known ? half(effect) : NOTHING);
        });
        return table;
    }

    private String half(DetectableEffect effect) {
        OptionalInt control = effect.controlFor(effect.each() / 2);
        return control.isPresent() ? formats.count(control.getAsInt()) : getTranslation("uplift.could.never");
    }
}
