package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.clean.ColumnProfile;
import io.segmenta.engine.clean.ColumnProfile.Kind;
import io.segmenta.engine.clean.Distribution;
import io.segmenta.engine.clean.Distribution.Part;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One line for each column of the file; opened, it shows the values that are most frequent and how numbers and dates are spread. */
final class ColumnProfiles extends Div {
    private final transient Formats formats;
    private final transient Wanted wanted;

    /** Asks for the distribution of a column. */
    interface Wanted {
        void of(ColumnProfile profile, Consumer<Distribution> found);
    }

    ColumnProfiles(List<ColumnProfile> profiles, Formats formats, Wanted wanted) {
        this.formats = formats;
        this.wanted = wanted;
        addClassName("column-profiles");
        profiles.forEach(profile -> add(line(profile)));
    }

    private Details line(ColumnProfile profile) {
        Span name = new Span(profile.header());
        name.addClassName("name");
        Div summary = new Div(
                name,
                fact(getTranslation("quality.kind." + profile.kind())),
                fact(missing(profile)),
                fact(getTranslation(
                        profile.estimated() ? "quality.distinct.about" : "quality.distinct",
                        profile.distinct(),
                        formats.count(profile.distinct()))),
                fact(range(profile)));
        summary.addClassName("profile-line");
        Div place = new Div(new Paragraph(getTranslation("quality.profile.counting")));
        Details details = new Details(summary, place);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                wanted.of(profile, found -> fill(place, profile, found));
            }
        });
        return details;
    }

    private static Span fact(String text) {
        Span fact = new Span(text);
        fact.addClassName("quiet");
        return fact;
    }

    private String missing(ColumnProfile profile) {
        String missing = profile.missing() == 0
                ? getTranslation("quality.missing.none")
                : getTranslation(
                        "quality.missing",
                        formats.count(profile.missing()),
                        formats.percent((double) profile.missing() / profile.rows(), 1));
        return profile.misfits() == 0
                ? missing
                : missing + ", "
                        + getTranslation("quality.misfits." + profile.kind(), formats.count(profile.misfits()));
    }

    private String range(ColumnProfile profile) {
        String smallest = profile.smallest();
        String largest = profile.largest();
        if (smallest == null || largest == null) {
            return "";
        }
        if (profile.kind() == Kind.TEXT && smallest.equals(largest)) {
            return getTranslation("quality.range.TEXT.same", Long.parseLong(smallest));
        }
        return getTranslation(
                "quality.range." + (profile.kind() == Kind.TEXT ? "TEXT" : "VALUES"),
                value(profile.kind(), smallest),
                value(profile.kind(), largest));
    }

    private String value(Kind kind, String text) {
        return switch (kind) {
            case DATE -> formats.date(LocalDate.parse(text));
            case NUMBER, TEXT, EMPTY -> number(text);
        };
    }

    private String number(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return formats.decimal(number.doubleValue(), Math.clamp(number.scale(), 0, 4));
    }

    private void fill(Div place, ColumnProfile profile, Distribution distribution) {
        place.removeAll();
        place.addClassName("profile");
        if (profile.kind() == Kind.EMPTY) {
            place.add(new Paragraph(getTranslation("quality.profile.empty")));
            return;
        }
        Div top = new Div(
                new Paragraph(getTranslation("quality.profile.top", formats.count(distribution.distinct()))),
                bars(getTranslation("quality.profile.value"), profile, null, distribution.top()));
        place.add(top);
        if (!distribution.bins().isEmpty()) {
            place.add(new Div(
                    new Paragraph(getTranslation("quality.profile.spread." + profile.kind())),
                    histogram(profile.kind(), distribution.bins()),
                    new Details(
                            getTranslation("chart.numbers"),
                            bars(
                                    getTranslation("quality.profile.from"),
                                    profile,
                                    profile.kind(),
                                    distribution.bins()))));
        }
    }

    /** @param kind of the names, or null where they are cells as read */
    private FiguresTable bars(String heading, ColumnProfile profile, @Nullable Kind kind, List<Part> parts) {
        FiguresTable table = new FiguresTable(heading + ", " + profile.header())
                .words(heading)
                .numbers(getTranslation("quality.rows"))
                .numbers(getTranslation("quality.profile.share"));
        for (Part part : parts) {
            double share = profile.rows() == 0 ? 0 : (double) part.rows() / profile.rows();
            Div bar = new Div();
            bar.addClassName("share-bar");
            bar.getElement().setAttribute("aria-hidden", "true");
            bar.getStyle().set("--share", 100 * share + "%");
            Component name = new Div(new Span(kind == null ? part.name() : value(kind, part.name())), bar);
            table.row(name, formats.count(part.rows()), formats.percent(share, 1));
        }
        return table;
    }

    /** For the eye alone: the numbers are in a table below. */
    private Div histogram(Kind kind, List<Part> bins) {
        long highest = Math.max(1, bins.stream().mapToLong(Part::rows).max().orElse(1));
        Div bars = new Div();
        bars.addClassName("histogram");
        bins.forEach(bin -> {
            Div bar = new Div();
            bar.getStyle().set("height", 100.0 * bin.rows() / highest + "%");
            bar.setTitle(value(kind, bin.name()) + ": " + formats.count(bin.rows()));
            bars.add(bar);
        });
        Div ends = new Div(
                new Span(value(kind, bins.getFirst().name())),
                new Span(value(kind, bins.getLast().name())));
        ends.addClassNames("histogram-ends", "quiet");
        Div histogram = new Div(bars, ends);
        histogram.getElement().setAttribute("aria-hidden", "true");
        return histogram;
    }
}
