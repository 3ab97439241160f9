package io.segmenta.web.segments;

import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.heldout.HeldOutReport.Line;
import io.segmenta.web.component.Formats;

/** What a segment did in the days that were held out, in a sentence. */
final class HeldOutSentence extends Paragraph {

    /** @param cluster of the segment */
    HeldOutSentence(HeldOutReport report, int cluster, Formats formats) {
        addClassName("held-out");
        setText(report.of(cluster)
                .map(line -> sentence(report.days(), line, formats))
                .orElseGet(() -> getTranslation("segments.heldout.none", report.days())));
    }

    private String sentence(int days, Line line, Formats formats) {
        return getTranslation(
                "segments.heldout",
                days,
                formats.count(line.customers()),
                formats.percent(line.bought(), 0),
                formats.wholeMoney(line.spendPerHead()),
                formats.wholeMoney(line.low()),
                formats.wholeMoney(line.high()),
                formats.decimal(line.lift(), 1));
    }
}
