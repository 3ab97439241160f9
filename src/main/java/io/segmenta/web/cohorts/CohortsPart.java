package io.segmenta.web.cohorts;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.ChartSpec.Point;
import java.util.List;
import java.util.stream.IntStream;

/** One measure of the cohorts of some customers: as a table of all of them, and as lines of the latest. */
final class CohortsPart extends Div {
    /** Lines that can be told apart. */
    private static final int LINES = 6;

    private final transient CohortReport report;
    private final transient Formats formats;
    private transient CohortTable customers;
    private Measure measure = Measure.REPURCHASE;

    CohortsPart(CohortReport report, Formats formats) {
        this.report = report;
        this.formats = formats;
        customers = report.tables().getFirst();
        addClassName("parts");
        show();
    }

    void show(CohortTable others) {
        customers = others;
        show();
    }

    void show(Measure other) {
        measure = other;
        show();
    }

    private void show() {
        removeAll();
        String title = getTranslation("cohorts.measure." + measure);
        HeatTable heat = new HeatTable(report, measure, formats);
        String sentence = sentence();
        ChartSpec lines = ChartSpec.line()
                .withTitles(getTranslation("cohorts.since"), title)
                .withNumbers(measure.style())
                .withLegend();
        List<Cohort> shown = customers.cohorts().stream()
                .filter(cohort -> complete(cohort).length > measure.firstMonth() + 1)
                .toList();
        for (Cohort cohort : shown.subList(Math.max(0, shown.size() - LINES), shown.size())) {
            lines = lines.withPoints(
                    heat.name(cohort),
                    IntStream.of(complete(cohort))
                            .filter(since -> since >= measure.firstMonth())
                            .mapToObj(since -> new Point(since, measure.of(cohort, since)))
                            .toList(),
                    null);
        }
        Card table = Card.of(
                title,
                sentence,
                heat.of(customers, List.of(title, getTranslation("cohorts.first"), getTranslation("cohorts.size"))));
        add(table);
        if (!shown.isEmpty()) {
            add(Card.of(
                    getTranslation("cohorts.lines"),
                    getTranslation("cohorts.lines.lead"),
                    new Chart(lines, sentence, formats)));
        }
    }

    private int[] complete(Cohort cohort) {
        return IntStream.range(0, cohort.months())
                .filter(since -> report.complete(cohort, since))
                .toArray();
    }

    /** Over all cohorts whose month after the first is over. */
    private String sentence() {
        int all = 0;
        int again = 0;
        double brought = 0;
        for (Cohort cohort : customers.cohorts()) {
            if (cohort.months() > 1 && report.complete(cohort, 1)) {
                all += cohort.customers();
                again += cohort.buyers().get(1);
                brought += cohort.revenue().get(0) + cohort.revenue().get(1);
            }
        }
        return all == 0
                ? getTranslation("cohorts.young")
                : getTranslation(
                        "cohorts.sentence",
                        formats.count(all),
                        formats.percent((double) again / all, 0),
                        formats.wholeMoney(brought / all));
    }
}
