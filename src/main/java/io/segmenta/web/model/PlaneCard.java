package io.segmenta.web.model;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.cluster.model.MixtureModel;
import io.segmenta.engine.evaluate.Ellipse;
import io.segmenta.engine.evaluate.PrincipalComponents;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.pipeline.Diagnostics.Plane;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.shell.FinishedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Customers on the two directions in which they differ most, with the ellipses of a mixture, and what the directions are made of. */
final class PlaneCard extends Section {
    private static final int HEIGHT = 420;
    private static final int EDGE = 28;
    private static final double SHARE = 0.9;

    private final transient FinishedRun run;
    private final transient Plane plane;

    PlaneCard(FinishedRun run, Plane plane) {
        this.run = run;
        this.plane = plane;
        addClassName("card");
        double[] explained = plane.components().explained();
        String sentence = getTranslation(
                "model.plane.sentence",
                run.formats().percent(Arrays.stream(explained).sum(), 0),
                run.formats().count(plane.x().length));
        Paragraph lead = new Paragraph(sentence);
        lead.addClassName("lead");
        add(new H2(getTranslation("model.plane")), lead);
        if (explained.length > 1) {
            Div names = new Div();
            names.addClassName("badges");
            run.result().segments().forEach(segment -> names.add(new PersonaBadge(segment)));
            add(names, draw().show(sentence));
            if (run.result().model() instanceof MixtureModel) {
                Paragraph ellipses = new Paragraph(getTranslation("model.plane.ellipses"));
                ellipses.addClassName("quiet");
                add(ellipses);
            }
        }
        Paragraph words = new Paragraph(getTranslation("model.loadings.lead"));
        add(new H3(getTranslation("model.loadings")), words, loadings());
    }

    private Drawing draw() {
        double left = Arrays.stream(plane.x()).min().orElse(0);
        double right = Arrays.stream(plane.x()).max().orElse(1);
        double low = Arrays.stream(plane.y()).min().orElse(0);
        double high = Arrays.stream(plane.y()).max().orElse(1);
        // One scale for both, so that an ellipse is as round as it is.
        double scale = Math.min(
                (Drawing.WIDTH - 2 * EDGE) / Math.max(right - left, 1e-9),
                (HEIGHT - 2 * EDGE) / Math.max(high - low, 1e-9));
        double middleX = (left + right) / 2;
        double middleY = (low + high) / 2;
        Map<Integer, String> colors = run.result().segments().stream()
                .collect(Collectors.toMap(
                        Segment::cluster,
                        segment -> PersonaColor.of(segment.persona()).css()));
        Drawing drawing = new Drawing(HEIGHT);
        for (int i = 0; i < plane.x().length; i++) {
            drawing.point(
                    Drawing.WIDTH / 2.0 + scale * (plane.x()[i] - middleX),
                    HEIGHT / 2.0 - scale * (plane.y()[i] - middleY),
                    colors.getOrDefault(plane.clusters()[i], "var(--ink-quiet)"));
        }
        if (run.result().model() instanceof MixtureModel mixture) {
            for (int c = 0; c < mixture.clusters(); c++) {
                Ellipse ellipse = Ellipse.of(plane.components(), mixture.means()[c], mixture.covariances()[c], SHARE);
                drawing.ellipse(
                        Drawing.WIDTH / 2.0 + scale * (ellipse.x() - middleX),
                        HEIGHT / 2.0 - scale * (ellipse.y() - middleY),
                        scale * ellipse.major(),
                        scale * ellipse.minor(),
                        -Math.toDegrees(ellipse.angle()),
                        colors.getOrDefault(c, "var(--ink)"));
            }
        }
        return drawing.text(Drawing.WIDTH - 8, HEIGHT - 8, "end", getTranslation("model.plane.first"))
                .text(8, 18, "start", getTranslation("model.plane.second"));
    }

    private FiguresTable loadings() {
        PrincipalComponents components = plane.components();
        FiguresTable table = new FiguresTable(getTranslation("model.loadings")).words(getTranslation("model.feature"));
        for (int d = 0; d < components.explained().length; d++) {
            table.numbers(getTranslation(
                    d == 0 ? "model.loadings.first" : "model.loadings.second",
                    run.formats().percent(components.explained()[d], 0)));
        }
        List<Feature> features = run.result().transform().features();
        for (int j = 0; j < features.size(); j++) {
            int column = j;
            table.row(
                    features.get(j).label(),
                    Arrays.stream(components.loadings())
                            .map(loading -> run.formats().decimal(loading[column], 2))
                            .toArray(String[]::new));
        }
        return table;
    }
}
