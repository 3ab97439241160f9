package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.Trial;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the search for the best settings tried, best first. */
final class LeaderboardCard extends Section {
    private static final int SHOWN = 20;

    /** @param objective what the score of a trial is */
    LeaderboardCard(TuningReport tuning, Objective objective, Formats formats) {
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation(
                tuning.complete() ? "model.trials.sentence" : "model.trials.stopped",
                tuning.trials().size(),
                Math.min(SHOWN, tuning.trials().size())));
        lead.addClassName("lead");
        FiguresTable table = new FiguresTable(getTranslation("model.trials"))
                .words(getTranslation("model.trials.settings"))
                .numbers(getTranslation("trials.score." + objective))
                .words(getTranslation("model.trials.sizes"))
                .words(getTranslation("model.trials.remark"))
                .stacked();
        for (Trial trial : tuning.leaderboard().stream().limit(SHOWN).toList()) {
            table.row(
                    HyperparameterSummary.of(trial.parameters(), this::getTranslation),
                    Double.isNaN(trial.score()) ? "–" : formats.decimal(trial.score(), 4),
                    Arrays.stream(trial.sizes()).mapToObj(formats::count).collect(Collectors.joining(" · ")),
                    trial.number() == tuning.best() ? getTranslation("model.trials.best") : trial.reason());
        }
        add(new H2(getTranslation("model.trials")), lead, table);
        if (objective == Objective.PREDICTIVE) {
            Paragraph nested = new Paragraph(getTranslation("model.trials.predictive"));
            nested.addClassName("quiet");
            add(nested);
        }
    }
}
