package io.segmenta.web.model;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.heldout.FeatureReport;
import io.segmenta.engine.heldout.FeatureReport.Entry;
import io.segmenta.engine.pipeline.Fitting;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to know before trusting a run: caveats of the fit, samples, features that say the same. */
final class NotesCard extends Section {

    NotesCard(FinishedRun run) {
        addClassName("card");
        add(new H2(getTranslation("model.notes")));
        RunResult result = run.result();
        // A set that the product itself may take is not argued against; only who mixed their own is told a way out.
        boolean own = FeatureSet.of(result.transform().features()).isEmpty();
        List<String> notes = new ArrayList<>();
        if (result.metrics().silhouetteRows() < result.customers() - result.outliers()) {
            notes.add(getTranslation(
                    "model.notes.sample", run.formats().count(result.metrics().silhouetteRows())));
        }
        Fitting fitting = result.insights().fitting();
        if (fitting != null) {
            notes.addAll(fitting.caveats());
        }
        List<Correlation> correlations = result.correlations();
        for (Correlation pair : correlations) {
            notes.add(pair.sentence()
                    + (own ? " " + pair.advice() : consequence(run, pair).orElse("")));
        }
        if (notes.isEmpty()) {
            add(new Paragraph(getTranslation("model.notes.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        notes.forEach(note -> list.add(new ListItem(note)));
        add(list);
        if (own && !correlations.isEmpty()) {
            Paragraph change = new Paragraph(getTranslation("model.notes.drop") + " ");
            change.add(Destination.CONFIGURE
                    .link()
                    .with(Paths.DATASET, run.recipe().source().dataset().sha256())
                    .anchor(getTranslation("model.notes.configure")));
            add(new H3(getTranslation("model.notes.todo")), change);
        }
    }

    /** What counting money twice did to what the segments tell, where that was measured. */
    private Optional<String> consequence(FinishedRun run, Correlation pair) {
        Fitting fitting = run.result().insights().fitting();
        FeatureReport report = fitting == null ? null : fitting.features();
        if (report == null || pair.spare() != Feature.CLV) {
            return Optional.empty();
        }
        return report.of(FeatureSet.ORIGINAL)
                .flatMap(twice -> report.of(FeatureSet.RFM)
                        .map(once -> " " + getTranslation("model.notes.twice", share(run, twice), share(run, once))));
    }

    private static String share(FinishedRun run, Entry entry) {
        return run.formats().percent(entry.explained().mean(), 1);
    }
}
