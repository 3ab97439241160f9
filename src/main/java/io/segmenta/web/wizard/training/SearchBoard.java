package io.segmenta.web.wizard.training;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.TrialTable;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.ChartSpec.Point;
import io.segmenta.web.component.chart.NumberStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search under way: how good the best so far is, trial after trial, and all of them in their order. */
final class SearchBoard extends Div {
    private static final int ROWS = 15;

    private final transient Formats formats = Formats.current();
    private final int planned;
    private final ChartCard chart;
    private final String score;
    private final TrialTable table;
    private List<Trial> shown = List.of();

    SearchBoard(TuningSettings settings) {
        score = getTranslation("trials.score." + settings.objective());
        table = new TrialTable(settings.objective(), ROWS, formats);
        planned = settings.trials() * settings.algorithms().size();
        addClassName("search-board");
        chart = new ChartCard(
                getTranslation("search.best"),
                sentence(List.of()),
                getTranslation("trials.number"),
                spec(List.of()),
                formats);
        add(chart, new Card(getTranslation("trials.title"), table));
        setVisible(false);
    }

    void show(List<Trial> trials) {
        if (trials.equals(shown)) {
            return;
        }
        shown = trials;
        setVisible(true);
        chart.show(sentence(trials), spec(trials));
        table.show(trials);
    }

    private String sentence(List<Trial> trials) {
        Optional<Trial> best = trials.stream().filter(Trial::isFeasible).min(Trial.BEST_FIRST);
        return best.map(trial -> getTranslation(
                        "search.best.found",
                        trial.parameters().algorithm().label(),
                        trial.parameters().clusters(),
                        formats.decimal(trial.score(), 3),
                        trials.size(),
                        planned,
                        score.toLowerCase(getLocale())))
                .orElseGet(() -> getTranslation("search.best.none", trials.size(), planned));
    }

    private ChartSpec spec(List<Trial> trials) {
        List<Point> points = new ArrayList<>();
        double best = Double.NaN;
        for (Trial trial : trials) {
            if (trial.isFeasible() && !(trial.score() <= best)) {
                best = trial.score();
            }
            points.add(new Point(trial.number(), best));
        }
        return ChartSpec.line()
                .withPoints(getTranslation("search.best"), points, null)
                .withTitles(getTranslation("trials.number"), score)
                .withNumbers(NumberStyle.DECIMAL)
                .withHeight(260);
    }
}
