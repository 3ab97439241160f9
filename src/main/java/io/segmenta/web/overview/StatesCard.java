package io.segmenta.web.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.rhythm.StateReport.Line;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.ShareLine;

/** Where the customers of a run stand now, by their own rhythm, each state with what it means. */
final class StatesCard extends Section {

    StatesCard(StateReport report, Formats formats) {
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation("overview.states.sentence"));
        lead.addClassName("lead");
        add(new H2(getTranslation("overview.states")), lead);
        int all = report.lines().stream().mapToInt(Line::customers).sum();
        Div states = new Div();
        states.addClassNames("columns", "states");
        for (Line line : report.lines()) {
            Paragraph definition = new Paragraph(line.definition());
            definition.addClassName("quiet");
            states.add(new Div(
                    new ShareLine(
                            getTranslation(
                                    "overview.states.customers",
                                    line.state().label(),
                                    line.customers(),
                                    formats.count(line.customers()),
                                    formats.wholeMoney(line.revenue())),
                            (double) line.customers() / Math.max(1, all),
                            formats),
                    definition));
        }
        add(states);
    }
}
