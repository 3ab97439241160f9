package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.SegmentForecast;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.shell.FinishedRun;
import org.jspecify.annotations.Nullable;

/** What each segment may bring. */
final class SegmentForecastsCard extends Section {
    private final transient Formats formats;
    private final boolean tested;

    SegmentForecastsCard(FinishedRun run, ForecastDigest digest, ForecastReport report) {
        formats = run.formats();
        tested = report.coverage() != null;
        addClassName("card");
        String days = String.valueOf(report.horizonDays());
        String season = getTranslation(report.season().isAdjusted() ? "value.season" : "value.season.none");
        Paragraph lead = new Paragraph(getTranslation("value.segments.sentence") + " " + season);
        lead.addClassName("lead");
        FiguresTable table = new FiguresTable(getTranslation("value.segments"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("value.segments.inactive", days))
                .numbers(getTranslation("value.segments.spend", days))
                .numbers(getTranslation("value.interval.spend"))
                .numbers(getTranslation("value.worth"))
                .numbers(getTranslation("value.interval.worth"))
                .stacked();
        for (Segment segment : run.result().segments()) {
            digest.segments().stream()
                    .filter(forecast -> forecast.cluster() == segment.cluster())
                    .forEach(forecast -> row(table, segment, forecast));
        }
        add(new H2(getTranslation("value.segments")), lead, table);
    }

    private void row(FiguresTable table, Segment segment, SegmentForecast forecast) {
        table.row(
                new PersonaBadge(segment),
                formats.percent(forecast.inactive(), 0),
                formats.wholeMoney(forecast.spend()),
                range(forecast.spendInterval()),
                formats.wholeMoney(forecast.lifetimeValue().value()),
                range(forecast.lifetimeValue().interval()));
    }

    /** Intervals of earlier versions were not tested, and are not shown. */
    private String range(@Nullable Interval interval) {
        return interval == null || !tested
                ? "\u2013"
                : getTranslation(
                        "value.range", formats.wholeMoney(interval.low()), formats.wholeMoney(interval.high()));
    }
}
