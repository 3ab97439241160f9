package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.clean.DropReason;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.engine.clean.QualityReport.Dropped;
import io.segmenta.engine.clean.Reject;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** For each rule some of the rows that it drops, as they stand in the file; fetched when somebody opens one. */
final class RejectedRows extends Div {
    private final List<String> headers;
    private final transient Formats formats;
    private final transient Runnable wanted;
    private final Map<DropReason, Div> places = new EnumMap<>(DropReason.class);
    private final Map<DropReason, Details> lines = new EnumMap<>(DropReason.class);
    private final Set<DropReason> open = EnumSet.noneOf(DropReason.class);

    /** @param wanted asks for rows, which come by {@link #fill} */
    RejectedRows(List<String> headers, Formats formats, Runnable wanted) {
        this.headers = headers;
        this.formats = formats;
        this.wanted = wanted;
        addClassName("rejected-rows");
    }

    /** Leads to the rows that leave for a reason. */
    void open(DropReason reason) {
        Details details = lines.get(reason);
        if (details != null) {
            details.setOpened(true);
            details.scrollIntoView();
            details.getElement().executeJs("this.querySelector('vaadin-details-summary')?.focus()");
        }
    }

    /** What was open stays open. */
    void show(QualityReport report) {
        removeAll();
        places.clear();
        lines.clear();
        for (DropReason reason : DropReason.values()) {
            Dropped dropped = report.dropped().get(reason);
            if (dropped != null && dropped.rows() > 0) {
                Details line = details(reason, dropped);
                lines.put(reason, line);
                add(line);
            }
        }
        open.retainAll(places.keySet());
        if (!open.isEmpty()) {
            wanted.run();
        }
    }

    private Details details(DropReason reason, Dropped dropped) {
        Span count = new Span(getTranslation(
                Double.isNaN(dropped.money()) ? "quality.rejects.rows.no-sum" : "quality.rejects.rows",
                dropped.rows(),
                formats.count(dropped.rows()),
                formats.money(dropped.money()),
                dropped.customers(),
                formats.count(dropped.customers())));
        count.addClassName("quiet");
        Div place = new Div(new Paragraph(getTranslation("quality.rejects.fetching")));
        places.put(reason, place);
        Details details = new Details(new Div(new Span(reason.label()), count), place);
        details.setOpened(open.contains(reason));
        details.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                open.remove(reason);
            } else if (open.add(reason)) {
                wanted.run();
            }
        });
        return details;
    }

    void fill(List<Reject> rejects) {
        places.forEach((reason, place) -> {
            FiguresTable table = new FiguresTable(getTranslation("quality.rejects.table", reason.label()))
                    .words(getTranslation("quality.rejects.row"))
                    .words(getTranslation("quality.rejects.why"));
            headers.forEach(table::words);
            rejects.stream()
                    .filter(reject -> reject.reason() == reason)
                    .forEach(reject -> table.row(
                            formats.count(reject.row()),
                            Stream.concat(Stream.of(why(reject)), reject.cells().stream())
                                    .toArray(String[]::new)));
            place.removeAll();
            place.add(table);
        });
    }

    /** The number of the row stands before it already. */
    private static String why(Reject reject) {
        String words = reject.words().replaceFirst("^Row \\d+[,:] ", "");
        return words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
