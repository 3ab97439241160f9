package io.segmenta.web.model;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.heldout.HeldOutReport;
import io.segmenta.engine.pipeline.Diagnostics;
import io.segmenta.engine.pipeline.Explanation;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.TuningReport;
import io.segmenta.engine.segment.Segment;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Settings;
import io.segmenta.service.run.RunService;
import io.segmenta.service.scoring.ScoringService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.QualityBadge;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** How good the segments are and why, how they were found, and new customers put into them. */
@Route(value = Paths.MODEL, layout = MainLayout.class)
public final class ModelView extends RunPage {
    private final transient ScoringService scoring;
    private final transient Background background;
    private final transient Home home;
    private final transient Settings settings;

    public ModelView(RunService runs, ScoringService scoring, Background background, Home home, Settings settings) {
        super(Destination.MODEL, runs);
        this.scoring = scoring;
        this.background = background;
        this.home = home;
        this.settings = settings;
    }

    @Override
    protected void show(FinishedRun run) {
        RunResult result = run.result();
        Diagnostics diagnostics = result.insights().diagnostics();
        Fitting fitting = result.insights().fitting();
        add(
                new PageHeader(
                                getTranslation("page.model"),
                                getTranslation(
                                        "model.lead",
                                        fitting == null ? run.summary().algorithm() : fitting.approach()))
                        .withActions(download(run)),
                grade(run));
        if (diagnostics == null) {
            add(new Card(new Paragraph(getTranslation("model.earlier"))));
        } else {
            ModelCharts charts = new ModelCharts(run, diagnostics, this::getTranslation);
            Div curves = new Div(charts.silhouetteOverK(), charts.elbow());
            curves.addClassName("columns");
            add(charts.silhouettes(), curves, new PlaneCard(run, diagnostics.plane()));
        }
        if (result.model() instanceof HierarchyModel hierarchy) {
            add(new DendrogramCard(run, hierarchy));
        }
        TuningReport tuning = fitting == null ? null : fitting.tuning();
        if (tuning != null) {
            Objective objective = run.recipe()
                    .method()
                    .search()
                    .map(TuningSettings::objective)
                    .orElse(Objective.USABLE_SEGMENTS);
            add(new LeaderboardCard(tuning, objective, run.formats()));
        }
        add(stability(run));
        if (fitting != null) {
            add(new FeaturesCard(run));
        }
        HeldOutReport heldOut = result.insights().heldOut();
        if (heldOut != null) {
            add(new HeldOutCard(heldOut, result.segments(), run.formats()));
        }
        if (diagnostics != null) {
            add(new ScoreMapCard(run, diagnostics));
        }
        add(new NotesCard(run), new ScoreCard(run, scoring, background, home.temporary(), settings.uploadLimit()));
        add(new ProvenanceCard(run));
    }

    private Anchor download(FinishedRun run) {
        RunId id = run.id();
        DownloadHandler handler = event -> {
            event.setFileName("segmenta-model-" + id + ".json");
            event.setContentType("application/json");
            event.getOutputStream().write(scoring.model(id).text().getBytes(StandardCharsets.UTF_8));
        };
        Anchor anchor = new Anchor(handler, getTranslation("model.download"));
        anchor.addClassName("button-link");
        anchor.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        return anchor;
    }

    private Card grade(FinishedRun run) {
        Metrics metrics = run.result().metrics();
        Quality quality = Quality.ofSilhouette(metrics.silhouette());
        Formats formats = run.formats();
        Div tiles = StatTile.row(
                new StatTile(
                        getTranslation("model.silhouette"),
                        formats.decimal(metrics.silhouette(), 3),
                        getTranslation("model.silhouette.note")),
                new StatTile(
                        getTranslation("model.davies"),
                        formats.decimal(metrics.daviesBouldin(), 2),
                        getTranslation("model.davies.note")),
                new StatTile(
                        getTranslation("model.calinski"),
                        formats.count(Math.round(metrics.calinskiHarabasz())),
                        getTranslation("model.calinski.note")),
                new StatTile(
                        getTranslation("model.inertia"),
                        formats.count(Math.round(run.result().inertia())),
                        getTranslation("model.inertia.note")));
        Paragraph sentence = new Paragraph(new QualityBadge(quality));
        sentence.add(" " + quality.sentence());
        sentence.addClassName("lead");
        return new Card(getTranslation("model.grade"), sentence, tiles);
    }

    private Card stability(FinishedRun run) {
        FiguresTable table = new FiguresTable(getTranslation("model.stability"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("model.stability.found"))
                .words(getTranslation("model.stability.grade"))
                .words(getTranslation("model.stability.means"))
                .stacked();
        for (Segment segment : run.result().segments()) {
            Optional<Explanation> explanation = run.result().insights().explanation(segment);
            explanation.ifPresent(found -> table.row(
                    new PersonaBadge(segment),
                    run.formats().percent(found.jaccard(), 0),
                    found.grade().label(),
                    getTranslation("model.stability." + found.grade().name().toLowerCase(Locale.ROOT))));
        }
        return Card.of(getTranslation("model.stability"), getTranslation("model.stability.lead"), table);
    }
}
