package io.segmenta.web.cohorts;

import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A row for each cohort, a column for each month since: the more, the darker. What is not over is set apart; what has not begun is empty. */
final class HeatTable {
    private static final String UNFINISHED = "\u2009*";

    private final CohortReport report;
    private final Measure measure;
    private final Formats formats;

    HeatTable(CohortReport report, Measure measure, Formats formats) {
        this.report = report;
        this.measure = measure;
        this.formats = formats;
    }

    /** @param headings of the table, of its first column and of the second */
    FiguresTable of(CohortTable cohorts, List<String> headings) {
        int months = cohorts.cohorts().stream().mapToInt(Cohort::months).max().orElse(0);
        FiguresTable table =
                new FiguresTable(headings.get(0)).words(headings.get(1)).numbers(headings.get(2));
        IntStream.range(0, months).forEach(since -> table.numbers(String.valueOf(since)));
        double most = highest(cohorts);
        for (Cohort cohort : cohorts.cohorts()) {
            List<Span> cells = new ArrayList<>();
            cells.add(new Span(formats.count(cohort.customers())));
            for (int since = 0; since < months; since++) {
                cells.add(since < cohort.months() ? cell(cohort, since, most) : new Span());
            }
            table.row(new Span(name(cohort)), cells.toArray(Span[]::new));
        }
        return table;
    }

    String name(Cohort cohort) {
        return cohort.month().getMonth().getDisplayName(TextStyle.SHORT, formats.locale()) + " "
                + cohort.month().getYear();
    }

    private Span cell(Cohort cohort, int since, double most) {
        double value = measure.of(cohort, since);
        boolean complete = report.complete(cohort, since);
        Span cell = new Span(measure.write(value, formats) + (complete ? "" : UNFINISHED));
        cell.addClassName("heat");
        if (!complete) {
            cell.addClassName("unfinished");
        }
        double part = since < measure.firstMonth() || most <= 0 ? 0 : Math.clamp(value / most, 0, 1);
        cell.getStyle().set("--part", String.format(Locale.ROOT, "%.2f", part));
        return cell;
    }

    private double highest(CohortTable cohorts) {
        return cohorts.cohorts().stream()
                .flatMapToDouble(cohort -> IntStream.range(measure.firstMonth(), cohort.months())
                        .mapToDouble(since -> measure.of(cohort, since)))
                .max()
                .orElse(0);
    }
}
