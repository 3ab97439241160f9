package io.segmenta.web.uplift;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.StatTile;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** What a campaign changed: in a sentence, in figures, and per segment. */
final class EffectCard extends Section {
    private static final double SMALLEST_P = 0.001;
    private static final String NOTHING = "–";

    private final transient Formats formats;

    EffectCard(CampaignEffect effect, Formats formats) {
        this.formats = formats;
        addClassNames("card", "effect-card");
        MeasuredUplift all = effect.report().overall();
        Paragraph sentence = new Paragraph(all.words(formats::money));
        sentence.addClassName("verdict");
        sentence.getElement().setAttribute("role", "status");
        add(new H2(getTranslation("uplift.result")), sentence, tiles(all), table(effect));
        List<MeasuredUplift> segments = effect.report().segments();
        if (segments.size() > 1) {
            add(sentences(segments));
        }
        UnorderedList notes = new UnorderedList();
        notes.addClassName("notes");
        effect.notes().forEach(note -> notes.add(new ListItem(note)));
        Paragraph method = new Paragraph(getTranslation("uplift.method"));
        method.addClassName("quiet");
        Div actions = new Div(download(effect));
        actions.addClassName("actions");
        add(notes, method, actions);
    }

    private Div tiles(MeasuredUplift all) {
        String between = all.measurable() ? getTranslation("uplift.between", all.between(formats::money)) : "";
        return StatTile.row(
                new StatTile(
                        getTranslation("uplift.treated"),
                        money(all.treatedMean()),
                        getTranslation(
                                "uplift.each", formats.count(all.treated()), formats.count(all.treatedBuyers()))),
                new StatTile(
                        getTranslation("uplift.control"),
                        money(all.controlMean()),
                        getTranslation(
                                "uplift.each", formats.count(all.control()), formats.count(all.controlBuyers()))),
                new StatTile(getTranslation("uplift.difference"), money(all.difference()), between),
                new StatTile(
                        getTranslation("uplift.added"),
                        all.measurable() ? formats.wholeMoney(all.added()) : NOTHING,
                        getTranslation("uplift.added.note")));
    }

    private FiguresTable table(CampaignEffect effect) {
        FiguresTable table = new FiguresTable(getTranslation("uplift.by-segment"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("uplift.treated.customers"))
                .numbers(getTranslation("uplift.control.customers"))
                .numbers(getTranslation("uplift.treated.mean"))
                .numbers(getTranslation("uplift.control.mean"))
                .numbers(getTranslation("uplift.difference"))
                .numbers(getTranslation("uplift.interval"))
                .numbers(getTranslation("uplift.p"))
                .numbers(getTranslation("uplift.detectable"))
                .stacked();
        Stream.concat(
                        effect.report().segments().stream(),
                        Stream.of(effect.report().overall()))
                .forEach(one -> table.row(
                        one.name(),
                        formats.count(one.treated()),
                        formats.count(one.control()),
                        money(one.treatedMean()),
                        money(one.controlMean()),
                        signed(one.difference()),
                        one.measurable() ? signed(one.low()) + " … " + signed(one.high()) : NOTHING,
                        chance(one.pValue()),
                        money(one.detectable())));
        return table;
    }

    private UnorderedList sentences(List<MeasuredUplift> segments) {
        DoubleFunction<String> money = formats::money;
        UnorderedList list = new UnorderedList();
        list.addClassName("verdicts");
        for (MeasuredUplift segment : segments) {
            Span name = new Span(segment.name() + ": ");
            name.addClassName("strong");
            ListItem item = new ListItem(name);
            item.add(segment.words(money));
            list.add(item);
        }
        return list;
    }

    private String money(double amount) {
        return Double.isFinite(amount) ? formats.money(amount) : NOTHING;
    }

    private String signed(double amount) {
        return amount > 0 ? "+" + formats.money(amount) : money(amount);
    }

    private String chance(double p) {
        if (!Double.isFinite(p)) {
            return NOTHING;
        }
        return p < SMALLEST_P ? "< " + formats.decimal(SMALLEST_P, 3) : formats.decimal(p, 3);
    }

    private Anchor download(CampaignEffect effect) {
        DownloadHandler handler = event -> {
            event.setFileName("uplift.csv");
            event.setContentType("text/csv");
            effect.write(event.getOutputStream());
        };
        Anchor anchor = new Anchor(handler, getTranslation("export.download", "uplift.csv"));
        anchor.addClassName("button-link");
        anchor.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        return anchor;
    }
}
