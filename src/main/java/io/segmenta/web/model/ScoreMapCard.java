package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.pipeline.Diagnostics;
import io.segmenta.engine.segment.RfmGroup;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.shell.FinishedRun;

/** The classic RFM map, which needs no training, beside the segments. */
final class ScoreMapCard extends Section {
    ScoreMapCard(FinishedRun run, Diagnostics diagnostics) {
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation("model.map.sentence"));
        lead.addClassName("lead");
        FiguresTable table = new FiguresTable(getTranslation("model.map")).words(getTranslation("model.map.group"));
        run.result().segments().forEach(segment -> table.numbers(segment.name()));
        table.stacked();
        for (RfmGroup group : RfmGroup.values()) {
            table.row(
                    group.label(),
                    diagnostics.scoreMap().stream()
                            .map(counts -> run.formats().count(counts.getOrDefault(group, 0)))
                            .toArray(String[]::new));
        }
        add(new H2(getTranslation("model.map")), lead, table);
    }
}
