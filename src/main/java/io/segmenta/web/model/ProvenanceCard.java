package io.segmenta.web.model;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.Provenance;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.shell.FinishedRun;
import java.util.Locale;
import java.util.stream.Collectors;

/** What decides the result: with the same four, it comes out the same. */
final class ProvenanceCard extends Section {
    private final FiguresTable table = new FiguresTable(getTranslation("model.provenance"));

    ProvenanceCard(FinishedRun run) {
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation("model.provenance.sentence"));
        lead.addClassName("lead");
        table.words(getTranslation("model.provenance.what"))
                .words(getTranslation("model.provenance.value"))
                .stacked();
        Fitting fitting = run.result().insights().fitting();
        var transform = run.recipe().transform();
        Provenance provenance = run.result().provenance();
        row(
                "model.provenance.settings",
                fitting == null
                        ? run.summary().algorithm()
                        : HyperparameterSummary.of(fitting.parameters(), this::getTranslation));
        if (fitting != null) {
            row("model.provenance.engine", getTranslation("model.provenance.engine." + fitting.engine()));
        }
        row(
                "model.provenance.features",
                run.result().transform().features().stream().map(Feature::label).collect(Collectors.joining(", ")));
        row(
                "model.provenance.transform",
                getTranslation(
                        "model.provenance.steps",
                        transform.outliers().name().toLowerCase(Locale.ROOT),
                        run.formats().percent(transform.contamination(), 1),
                        transform.scaler().name().toLowerCase(Locale.ROOT)));
        ForecastReport forecasts = run.result().insights().value();
        Backtest test = forecasts == null ? null : forecasts.backtest();
        if (test != null) {
            row(
                    "model.provenance.forecasts",
                    getTranslation(
                            "model.provenance.models",
                            test.purchaseModel().label(),
                            test.revenueModel().label(),
                            test.winner().label()));
        }
        row("model.provenance.snapshot", run.formats().date(run.result().snapshot()));
        row("model.provenance.seed", String.valueOf(provenance.seed()));
        row("model.provenance.version", provenance.version());
        hash("model.provenance.dataset", provenance.datasetSha256());
        hash("model.provenance.recipe", provenance.recipeSha256());
        add(new H2(getTranslation("model.provenance")), lead, table);
    }

    private void row(String key, String value) {
        table.row(getTranslation(key), value);
    }

    private void hash(String key, String sha256) {
        Code code = new Code(sha256);
        code.addClassName("hash");
        table.row(new Span(getTranslation(key)), code);
    }
}
