package io.segmenta.web.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.shell.Destination;
import java.time.LocalDate;

/** What became of the segments between this run and the one it follows. */
final class ChangesCard extends Div {
    private final Formats formats;

    ChangesCard(RunId run, RunResult result, Continuity continuity, Formats formats) {
        this.formats = formats;
        Card card = Card.of(title(result, continuity), continuity.summary());
        if (continuity.matched()) {
            card.add(changes(result, continuity), links(run, result, continuity));
        }
        add(card);
    }

    private String title(RunResult result, Continuity continuity) {
        LocalDate snapshot = continuity.snapshot();
        if (snapshot == null) {
            return getTranslation("changes.deleted");
        }
        String key = !continuity.matched()
                ? "changes.apart"
                : snapshot.isAfter(result.snapshot()) ? "changes.until" : "changes.since";
        return getTranslation(key, continuity.name(), formats.date(snapshot.minusDays(1)));
    }

    private UnorderedList changes(RunResult result, Continuity continuity) {
        UnorderedList list = new UnorderedList();
        list.addClassName("changes");
        for (Segment segment : result.segments()) {
            continuity
                    .change(segment)
                    .ifPresent(
                            change -> list.add(new ListItem(new PersonaBadge(segment), new Span(change.sentence()))));
        }
        continuity.gone().forEach(sentence -> list.add(new ListItem(sentence)));
        return list;
    }

    private Paragraph links(RunId run, RunResult result, Continuity continuity) {
        LocalDate snapshot = continuity.snapshot();
        boolean later = snapshot != null && snapshot.isAfter(result.snapshot());
        return new Paragraph(Destination.COMPARE
                .link()
                .with("before", String.valueOf(later ? run : continuity.run()))
                .with("after", String.valueOf(later ? continuity.run() : run))
                .anchor(getTranslation("changes.compare")));
    }
}
