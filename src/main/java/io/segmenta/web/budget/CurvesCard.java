package io.segmenta.web.budget;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.budget.Assumptions;
import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.Response;
import io.segmenta.engine.budget.ReturnCurve;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.component.chart.Chart;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.ChartSpec.Point;
import io.segmenta.web.component.chart.NumberStyle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the next unit of money brings in each segment, with the place of the playbook's split on each curve. */
final class CurvesCard extends Section {
    private static final int STEPS = 60;
    private static final double BEYOND = 1.1;
    /** Anything from here on is written as 1. */
    private static final double EVEN = 0.995;
    /** Of the axis, so that its numbers are round. */
    private static final int TICKS = 6;

    private record Next(Response response, double spend, double playbook, double optimised) {}

    private final transient Formats formats;
    private final Paragraph sentence = new Paragraph();
    private final FiguresTable table;
    private final Chart chart;

    CurvesCard(Formats formats) {
        this.formats = formats;
        addClassNames("card", "curves-card");
        sentence.addClassName("lead");
        Paragraph legend = new Paragraph(getTranslation("curves.legend", formats.money(1)));
        legend.addClassName("quiet");
        chart = new Chart(ChartSpec.line(), "", formats);
        table = new FiguresTable(getTranslation("curves.title"))
                .words(getTranslation("budget.segment"))
                .numbers(getTranslation("curves.spend"))
                .numbers(getTranslation("curves.next", formats.money(1)))
                .numbers(getTranslation("curves.next.optimised", formats.money(1)))
                .stacked();
        add(new H2(getTranslation("curves.title")), sentence, chart, legend, table);
    }

    void show(BudgetPlan plan, BudgetPlan best, Assumptions assumptions) {
        double margin = assumptions.margin().value();
        List<Next> all = Stream.iterate(0, i -> i < assumptions.responses().size(), i -> i + 1)
                .map(i -> {
                    Response response = assumptions.responses().get(i);
                    double spend = plan.allocations().get(i).amount().amount();
                    double other = best.allocations().get(i).amount().amount();
                    return new Next(
                            response,
                            spend,
                            ReturnCurve.point(response, margin, spend).marginalReturn(),
                            ReturnCurve.point(response, margin, other).marginalReturn());
                })
                .toList();
        Next highest =
                all.stream().max(Comparator.comparingDouble(Next::playbook)).orElseThrow();
        Next lowest =
                all.stream().min(Comparator.comparingDouble(Next::playbook)).orElseThrow();
        String words = getTranslation(
                        "curves.sentence",
                        formats.money(1),
                        highest.response().segment().name(),
                        formats.money(highest.playbook()),
                        lowest.response().segment().name(),
                        formats.money(lowest.playbook()))
                + moreThanPays(all, plan);
        sentence.setText(words);
        chart.show(spec(plan, best, assumptions, all), words, formats);
        table.clear();
        for (Next next : all) {
            table.row(
                    new PersonaBadge(next.response().segment()),
                    new Span(formats.money(next.spend())),
                    new Span(formats.money(next.playbook())),
                    new Span(formats.money(next.optimised())));
        }
    }

    /** Where the last money of the optimised split costs more than it brings in every segment, by more than a rounded amount hides. */
    private String moreThanPays(List<Next> all, BudgetPlan plan) {
        double best = all.stream().mapToDouble(Next::optimised).max().orElse(0);
        return plan.total().cents() > 0 && best < EVEN
                ? " " + getTranslation("curves.more.than.pays", formats.money(1), formats.money(best))
                : "";
    }

    private ChartSpec spec(BudgetPlan plan, BudgetPlan best, Assumptions assumptions, List<Next> all) {
        double upTo = TICKS * step(range(plan, best, assumptions) / TICKS);
        // The first money brings so much more than the next that the curves would lie flat where the dots are.
        double top =
                Math.max(2, 2 * all.stream().mapToDouble(Next::playbook).max().orElse(0));
        ChartSpec spec = ChartSpec.line()
                .withTitles(getTranslation("curves.spend"), getTranslation("curves.y", formats.money(1)))
                .withNumbers(NumberStyle.MONEY)
                .withXNumbers(NumberStyle.MONEY)
                .withMax(top)
                .withLegend();
        for (ReturnCurve curve : ReturnCurve.of(assumptions, upTo, STEPS)) {
            spec = spec.withPoints(
                    curve.segment().name(),
                    curve.points().stream()
                            .map(point -> new Point(point.spend(), point.marginalReturn()))
                            .toList(),
                    PersonaColor.of(curve.segment().persona()).css());
        }
        List<Point> even = IntStream.rangeClosed(0, STEPS)
                .mapToObj(i -> new Point(upTo * i / STEPS, 1))
                .toList();
        spec = spec.withPoints(getTranslation("curves.even"), even, "var(--ink-quiet)");
        for (Next next : all) {
            spec = spec.withDot(
                    next.spend(),
                    next.playbook(),
                    PersonaColor.of(next.response().segment().persona()).css());
        }
        return spec;
    }

    /** Somewhat more than any segment gets; where there is nothing to give, one contact with each customer. */
    private static double range(BudgetPlan plan, BudgetPlan best, Assumptions assumptions) {
        double most = Stream.concat(plan.allocations().stream(), best.allocations().stream())
                .mapToDouble(part -> part.amount().amount())
                .max()
                .orElse(0);
        return most > 0
                ? BEYOND * most
                : assumptions.responses().stream()
                        .mapToDouble(response -> response.segment().customers()
                                * response.contactCost().value())
                        .max()
                        .orElse(1);
    }

    /** The next higher of 1, 2, 2.5 and 5 times a power of ten. */
    private static double step(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        return DoubleStream.of(1, 2, 2.5, 5, 10)
                .map(factor -> factor * power)
                .filter(step -> step >= width)
                .findFirst()
                .orElse(width);
    }
}
