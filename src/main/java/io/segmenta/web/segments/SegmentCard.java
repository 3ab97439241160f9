package io.segmenta.web.segments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Profile;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.component.ShareLine;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in a segment, how many they are, what they spend, and how they differ from the average customer. */
final class SegmentCard extends Article {

    private static final List<Feature> SHOWN =
            List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.AVERAGE_BASKET_SIZE, Feature.TENURE);

    private final Segment segment;
    private final Profile profile;
    private final Formats formats;

    /**
     * @param explanation null in runs of versions that did not explain
     * @param states null in runs of versions that did not tell them
     * @param heldOut null likewise, and where there was no test
     * @param change null where there is no earlier run to compare with
     */
    SegmentCard(
            Profile profile,
            @Nullable Explanation explanation,
            @Nullable StateReport states,
            @Nullable HeldOutReport heldOut,
            Continuity.@Nullable Change change,
            Component action,
            Formats formats) {
        this.segment = profile.segment();
        this.profile = profile;
        this.formats = formats;
        addClassNames("card", "segment-card", PersonaColor.of(segment.persona()).className());
        H2 title = new H2(new PersonaBadge(segment));
        Paragraph who = new Paragraph(
                getTranslation("segments.who." + segment.persona().name().toLowerCase(Locale.ROOT)));
        who.addClassName("lead");
        Div head = new Div(title, action);
        head.addClassName("segment-head");
        add(head, who);
        if (change != null) {
            Paragraph sentence = new Paragraph(change.sentence());
            sentence.addClassName("segment-change");
            add(sentence);
        }
        add(shares());
        if (states != null) {
            add(states(states));
        }
        if (heldOut != null) {
            add(new HeldOutSentence(heldOut, segment.cluster(), formats));
        }
        add(figures());
        if (explanation != null) {
            add(new ExplanationPart(explanation, formats));
        }
        if (!segment.caveats().isEmpty()) {
            add(caveats());
        }
    }

    private Component shares() {
        Div shares = new Div(
                new ShareLine(
                        getTranslation("segments.customers", segment.customers(), formats.count(segment.customers())),
                        segment.share(),
                        formats),
                new ShareLine(
                        getTranslation("segments.revenue", formats.wholeMoney(segment.revenue())),
                        segment.revenueShare(),
                        formats));
        shares.addClassName("shares");
        return shares;
    }

    private Component states(StateReport report) {
        String parts = report.of(segment.cluster()).entrySet().stream()
                .filter(state -> state.getValue() > 0)
                .map(state -> getTranslation(
                        "state.share." + state.getKey().name(),
                        formats.percent((double) state.getValue() / segment.customers(), 0)))
                .collect(Collectors.joining(", "));
        return new Paragraph(getTranslation("segments.states", parts));
    }

    private FiguresTable figures() {
        FiguresTable table = new FiguresTable(segment.name())
                .words(getTranslation("segments.feature"))
                .numbers(getTranslation("segments.mean"))
                .numbers(getTranslation("segments.median"))
                .numbers(getTranslation("segments.times"));
        SHOWN.stream()
                .filter(segment.means()::containsKey)
                .forEach(feature -> table.row(
                        name(feature),
                        write(feature, segment.mean(feature)),
                        write(feature, segment.median(feature)),
                        times(feature)));
        return table;
    }

    private String name(Feature feature) {
        return getTranslation("segments.feature." + feature.key());
    }

    private String write(Feature feature, double value) {
        return switch (feature.unit()) {
            case "money" -> formats.wholeMoney(value);
            case "orders" -> formats.decimal(value, 1);
            default -> formats.count(Math.round(value));
        };
    }

    private String times(Feature feature) {
        return formats.decimal(profile.multiples().getOrDefault(feature, 1.0), 1) + "\u2009×";
    }

    private Component caveats() {
        UnorderedList list = new UnorderedList();
        segment.caveats().forEach(sentence -> list.add(new ListItem(sentence)));
        Div caveats = new Div(Glyph.ALERT.svg(), list);
        caveats.addClassName("caveats");
        return caveats;
    }
}
