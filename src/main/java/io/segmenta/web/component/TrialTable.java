package io.segmenta.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The trials of a search, best first, each with its settings in words, how it did, and why it may not be used. */
public final class TrialTable extends Div {
    private final transient Formats formats;
    private final FiguresTable table;
    private final Paragraph rest = new Paragraph();
    private final int most;

    /**
     * @param objective what the score of a trial is
     * @param most rows that are shown; how many there are beyond is said
     */
    public TrialTable(Objective objective, int most, Formats formats) {
        this.most = most;
        this.formats = formats;
        table = new FiguresTable(getTranslation("trials.title"))
                .words(getTranslation("trials.number"))
                .words(getTranslation("trials.settings"))
                .numbers(getTranslation("trials.score." + objective))
                .numbers(getTranslation("trials.sizes"))
                .words(getTranslation("trials.usable"))
                .numbers(getTranslation("trials.time"))
                .stacked();
        rest.addClassName("quiet");
        addClassName("trials");
        add(table, rest);
    }

    /** @param trials in any order */
    public void show(List<Trial> trials) {
        table.clear();
        trials.stream().sorted(Trial.BEST_FIRST).limit(most).forEach(this::row);
        rest.setText(getTranslation("trials.rest", trials.size() - most));
        rest.setVisible(trials.size() > most);
    }

    private void row(Trial trial) {
        Span number = new Span(getTranslation("trials.trial", trial.number()));
        table.row(
                number,
                settings(trial.parameters()),
                new Span(Double.isNaN(trial.score()) ? "–" : formats.decimal(trial.score(), 3)),
                new Span(sizes(trial.sizes())),
                usable(trial),
                new Span(
                        trial.remembered()
                                ? getTranslation("trials.remembered")
                                : formats.decimal(trial.took().toMillis() / 1000.0, 2) + " s"));
    }

    private Div settings(Hyperparameters parameters) {
        Span algorithm = new Span(
                getTranslation("trials.algorithm", parameters.algorithm().label(), parameters.clusters()));
        Span details = new Span(inWords(parameters));
        details.addClassName("quiet");
        Div both = new Div(algorithm, details);
        both.addClassName("trial-settings");
        return both;
    }

    private String inWords(Hyperparameters parameters) {
        return switch (parameters) {
            case KMeansParameters p ->
                getTranslation(
                        "trials.kmeans",
                        getTranslation("trials.init." + p.init()),
                        formats.count(p.restarts()),
                        formats.count(p.maxIterations()));
            case AgglomerativeParameters p ->
                getTranslation("trials.hierarchy", p.linkage().label());
            case MixtureParameters p ->
                getTranslation(
                        "trials.mixture",
                        p.covariance().key(),
                        formats.count(p.restarts()),
                        formats.count(p.maxIterations()));
        };
    }

    private Span usable(Trial trial) {
        Span word = new Span(trial.isFeasible() ? getTranslation("trials.usable.yes") : trial.reason());
        word.addClassName(trial.isFeasible() ? "usable" : "quiet");
        return word;
    }

    private String sizes(int[] sizes) {
        return sizes.length == 0
                ? "–"
                : Arrays.stream(sizes).mapToObj(formats::count).collect(Collectors.joining(" · "));
    }
}
