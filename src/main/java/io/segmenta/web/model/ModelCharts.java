package io.segmenta.web.model;

import io.segmenta.engine.evaluate.ClusterCurve;
import io.segmenta.engine.pipeline.Diagnostics;
import io.segmenta.engine.pipeline.Diagnostics.Profile;
import io.segmenta.engine.segment.Segment;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.ChartSpec.Point;
import io.segmenta.web.component.chart.NumberStyle;
import io.segmenta.web.shell.FinishedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The charts of how well the segments lie apart.
 *
 * @param words key and arguments to a text
 */
record ModelCharts(FinishedRun run, Diagnostics diagnostics, Words words) {
    /** As a component's {@code getTranslation}. */
    interface Words {
        String of(String key, Object... arguments);
    }

    /** Every segment's customers, the best placed first, the segments side by side as wide as they are large. */
    Card silhouettes() {
        ChartSpec chart = ChartSpec.line()
                .withTitles(words.of("model.silhouettes.x"), words.of("model.silhouette"))
                .withNumbers(NumberStyle.DECIMAL)
                .withXNumbers(NumberStyle.PERCENT)
                .withLegend();
        FiguresTable table = new FiguresTable(words.of("model.silhouettes"))
                .words(words.of("overview.segment"))
                .numbers(words.of("model.silhouettes.mean"))
                .numbers(words.of("model.silhouettes.below"))
                .stacked();
        double left = 0;
        Profile worst = diagnostics.silhouettes().getFirst();
        String worstName = "";
        for (int i = 0; i < diagnostics.silhouettes().size(); i++) {
            Profile profile = diagnostics.silhouettes().get(i);
            Segment segment = run.result().segments().get(i);
            List<Point> points = new ArrayList<>();
            double[] values = profile.values();
            for (int j = 0; j < values.length; j++) {
                points.add(new Point(left + segment.share() * (j + 0.5) / values.length, values[j]));
            }
            left += segment.share();
            table.row(
                    new PersonaBadge(segment),
                    run.formats().decimal(profile.mean(), 2),
                    run.formats().percent(profile.below(), 0));
            chart = chart.withPoints(
                    segment.name(), points, PersonaColor.of(segment.persona()).css());
            if (worstName.isEmpty() || profile.below() > worst.below()) {
                worst = profile;
                worstName = segment.name();
            }
        }
        String sentence = worst.below() < 0.01
                ? words.of("model.silhouettes.none")
                : words.of(
                        "model.silhouettes.sentence", worstName, run.formats().percent(worst.below(), 0));
        return Card.of(words.of("model.silhouettes"), sentence, new Chart(chart, sentence, run.formats()), table);
    }

    ChartCard silhouetteOverK() {
        ClusterCurve.Point best = diagnostics.curve().points().stream()
                .max(Comparator.comparingDouble(ClusterCurve.Point::silhouette))
                .orElseThrow();
        return overK(
                "model.curve",
                words.of(
                        "model.curve.sentence",
                        best.clusters(),
                        run.formats().decimal(best.silhouette(), 2),
                        run.formats().count(diagnostics.curveCustomers())),
                words.of("model.silhouette"),
                NumberStyle.DECIMAL,
                ClusterCurve.Point::silhouette);
    }

    ChartCard elbow() {
        return overK(
                "model.elbow",
                words.of("model.elbow.sentence", run.formats().count(diagnostics.curveCustomers())),
                words.of("model.inertia"),
                NumberStyle.COUNT,
                ClusterCurve.Point::inertia);
    }

    private ChartCard overK(
            String title, String sentence, String value, NumberStyle numbers, ToDoubleFunction<ClusterCurve.Point> of) {
        List<Point> points = diagnostics.curve().points().stream()
                .map(point -> new Point(point.clusters(), of.applyAsDouble(point)))
                .toList();
        ChartSpec chart = ChartSpec.line()
                .withTitles(words.of("model.segments"), value)
                .withNumbers(numbers)
                .withPoints(value, points, null)
                .withMark(run.result().segments().size(), words.of("model.here"));
        return new ChartCard(words.of(title), sentence, words.of("model.segments"), chart, run.formats());
    }
}
