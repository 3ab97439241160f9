package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.backtest.SumTest;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;

/** Whether the intervals of sums hold what came: each earlier day from which revenue was forecast, with the truth beside it. */
final class CoverageCard extends Section {
    CoverageCard(RevenueCoverage coverage, Formats formats) {
        addClassName("card");
        Paragraph sentence = new Paragraph(getTranslation(
                "value.coverage.sentence",
                coverage.wholes().size(),
                RevenueCoverage.inside(coverage.wholes()),
                coverage.tests().size(),
                RevenueCoverage.inside(coverage.tests()),
                formats.percent(coverage.nominal(), 0)));
        sentence.addClassName("lead");
        FiguresTable table = new FiguresTable(getTranslation("value.coverage"))
                .words(getTranslation("value.coverage.origin"))
                .numbers(getTranslation("value.coverage.forecast"))
                .numbers(getTranslation("value.interval"))
                .numbers(getTranslation("value.coverage.came"))
                .stacked();
        for (SumTest test : coverage.wholes()) {
            table.row(
                    formats.date(test.origin()),
                    formats.wholeMoney(test.predicted()),
                    getTranslation("value.range", formats.wholeMoney(test.low()), formats.wholeMoney(test.high())),
                    formats.wholeMoney(test.actual()));
        }
        Paragraph explanation = new Paragraph(getTranslation("value.coverage.explanation"));
        explanation.addClassName("quiet");
        add(new H2(getTranslation("value.coverage")), sentence, table, explanation);
    }
}
