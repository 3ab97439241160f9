package io.segmenta.web.segments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.features.Feature;
import io.segmenta.segment.Segment;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is in a segment, how many they are, what they spend, and how they differ from the average customer. */
final class SegmentCard extends Article {

    private static final List<Feature> SHOWN =
            List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.MONETARY, Feature.AVERAGE_BASKET_SIZE, Feature.TENURE);

    private final Segment segment;
    private final Map<Feature, Double> average;
    private final Formats formats;

    SegmentCard(Segment segment, Map<Feature, Double> average, Formats formats) {
        this.segment = segment;
        this.average = average;
        this.formats = formats;
        addClassNames("card", "segment-card", PersonaColor.of(segment.persona()).className());
        H2 title = new H2(new PersonaBadge(segment));
        Paragraph who = new Paragraph(
                getTranslation("segments.who." + segment.persona().name().toLowerCase(Locale.ROOT)));
        who.addClassName("lead");
        Div table = new Div(profile());
        table.addClassName("table-scroll");
        add(title, who, shares(), table);
        if (!segment.caveats().isEmpty()) {
            add(caveats());
        }
    }

    private Component shares() {
        Div shares = new Div(
                share(getTranslation("segments.customers", formats.count(segment.customers())), segment.share()),
                share(
                        getTranslation("segments.revenue", formats.wholeMoney(segment.revenue())),
                        segment.revenueShare()));
        shares.addClassName("shares");
        return shares;
    }

    private Component share(String label, double share) {
        Span words = new Span(label);
        Span percent = new Span(formats.percent(share, 0));
        percent.addClassName("share-percent");
        Div line = new Div(words, percent);
        line.addClassName("share-line");
        Div bar = new Div();
        bar.addClassName("share-bar");
        bar.getStyle().set("--share", String.format(Locale.ROOT, "%.1f%%", 100 * share));
        return new Div(line, bar);
    }

    private NativeTable profile() {
        NativeTableRow head = new NativeTableRow(
                new NativeTableHeaderCell(getTranslation("segments.feature")),
                number(new NativeTableHeaderCell(getTranslation("segments.mean"))),
                number(new NativeTableHeaderCell(getTranslation("segments.median"))),
                number(new NativeTableHeaderCell(getTranslation("segments.times"))));
        NativeTableBody body = new NativeTableBody();
        SHOWN.stream().filter(segment.means()::containsKey).map(this::row).forEach(body::add);
        NativeTable table = new NativeTable();
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableRow row(Feature feature) {
        NativeTableHeaderCell name = new NativeTableHeaderCell(getTranslation("segments.feature." + feature.key()));
        name.getElement().setAttribute("scope", "row");
        name.setTitle(feature.meaning());
        return new NativeTableRow(
                name,
                number(new NativeTableCell(write(feature, segment.mean(feature)))),
                number(new NativeTableCell(write(feature, segment.median(feature)))),
                number(new NativeTableCell(times(feature))));
    }

    private String write(Feature feature, double value) {
        return switch (feature.unit()) {
            case "money" -> formats.wholeMoney(value);
            case "orders" -> formats.decimal(value, 1);
            default -> formats.count(Math.round(value));
        };
    }

    private String times(Feature feature) {
        double all = average.getOrDefault(feature, 0.0);
        return all == 0 ? "–" : formats.decimal(segment.mean(feature) / all, 1) + " ×";
    }

    private Component caveats() {
        UnorderedList list = new UnorderedList();
        segment.caveats().forEach(sentence -> list.add(new ListItem(sentence)));
        Div caveats = new Div(Glyph.ALERT.svg(), list);
        caveats.addClassName("caveats");
        return caveats;
    }

    private static <C extends HtmlContainer> C number(C cell) {
        cell.addClassName("number");
        return cell;
    }
}
