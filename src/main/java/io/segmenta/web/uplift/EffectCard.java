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
import io.segmenta.engine.experiment.Estimate;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.StatTile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;

/** What a campaign changed: the verdict in a sentence, in figures, and per segment. */
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
        add(new H2(getTranslation("uplift.result")), sentence);
        if (all.measurable()) {
            add(new Paragraph(all.boughtWords()));
        }
        if (effect.rehearsal() != null) {
            add(new SelfTestLine(effect.rehearsal(), formats));
        }
        add(tiles(all), table(effect));
        List<MeasuredUplift> segments = effect.report().segments();
        if (segments.size() > 1) {
            add(sentences(segments));
        }
        UnorderedList notes = new UnorderedList();
        notes.addClassName("notes");
        notes.add(new ListItem(effect.caps().words(formats::money)));
        effect.notes().forEach(note -> notes.add(new ListItem(note)));
        Paragraph method = new Paragraph(getTranslation("uplift.method"));
        method.addClassName("quiet");
        Div actions = new Div(download(effect));
        actions.addClassName("actions");
        add(notes, method, actions);
    }

    private Div tiles(MeasuredUplift all) {
        List<StatTile> tiles = new ArrayList<>();
        tiles.add(new StatTile(
                getTranslation("uplift.effect"),
                signed(all.effect().difference()),
                between(all.effect(), formats::money)));
        if (all.shown()) {
            tiles.add(new StatTile(
                    getTranslation("uplift.added"),
                    wholeSigned(all.added(all.effect().difference())),
                    getTranslation(
                            "uplift.added.note",
                            wholeSigned(all.added(all.effect().low())),
                            wholeSigned(all.added(all.effect().high())))));
        }
        tiles.add(new StatTile(
                getTranslation("uplift.raw"),
                signed(all.raw().difference()),
                all.measurable() && Double.isFinite(all.saved())
                        ? getTranslation("uplift.saved", formats.decimal(all.saved(), 1))
                        : ""));
        tiles.add(tile("uplift.treated", all.treated()));
        tiles.add(tile("uplift.control", all.control()));
        return StatTile.row(tiles.toArray(StatTile[]::new));
    }

    private StatTile tile(String key, MeasuredUplift.Group group) {
        return new StatTile(
                getTranslation(key),
                money(group.mean()),
                getTranslation("uplift.each", formats.count(group.customers()), formats.count(group.buyers())));
    }

    private String between(Estimate estimate, DoubleFunction<String> money) {
        return estimate.measurable() ? getTranslation("uplift.between", MeasuredUplift.between(estimate, money)) : "";
    }

    private FiguresTable table(CampaignEffect effect) {
        FiguresTable table = new FiguresTable(getTranslation("uplift.by-segment"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("uplift.treated.customers"))
                .numbers(getTranslation("uplift.control.customers"))
                .numbers(getTranslation("uplift.effect"))
                .numbers(getTranslation("uplift.interval"))
                .numbers(getTranslation("uplift.p"))
                .numbers(getTranslation("uplift.detectable"))
                .numbers(getTranslation("uplift.raw"))
                .numbers(getTranslation("uplift.raw.interval"))
                .numbers(getTranslation("uplift.bought"))
                .numbers(getTranslation("uplift.bought.interval"))
                .stacked();
        Stream.concat(
                        effect.report().segments().stream(),
                        Stream.of(effect.report().overall()))
                .forEach(one -> table.row(
                        one.name(),
                        formats.count(one.treated().customers()),
                        formats.count(one.control().customers()),
                        signed(one.effect().difference()),
                        interval(one.effect(), this::signed),
                        chance(one.effect().pValue()),
                        money(one.effect().detectable()),
                        signed(one.raw().difference()),
                        interval(one.raw(), this::signed),
                        points(one.bought().difference()),
                        interval(one.bought(), this::points)));
        return table;
    }

    private static String interval(Estimate estimate, DoubleFunction<String> signed) {
        return estimate.measurable() ? signed.apply(estimate.low()) + " … " + signed.apply(estimate.high()) : NOTHING;
    }

    private UnorderedList sentences(List<MeasuredUplift> segments) {
        UnorderedList list = new UnorderedList();
        list.addClassName("verdicts");
        for (MeasuredUplift segment : segments) {
            Span name = new Span(segment.name() + ": ");
            name.addClassName("strong");
            ListItem item = new ListItem(name);
            item.add(segment.words(formats::money));
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

    private String wholeSigned(double amount) {
        return (amount > 0 ? "+" : "") + formats.wholeMoney(amount);
    }

    /** A difference of shares, of 100 customers. */
    private String points(double share) {
        return Double.isFinite(share) ? (share > 0 ? "+" : "") + formats.decimal(100 * share, 1) : NOTHING;
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
