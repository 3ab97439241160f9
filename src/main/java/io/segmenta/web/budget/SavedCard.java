package io.segmenta.web.budget;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.budget.BudgetPlan.Allocation;
import io.segmenta.engine.budget.ProfitDifference;
import io.segmenta.engine.budget.RoiInterval;
import io.segmenta.engine.budget.RoiScenario;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.plan.SavedScenario;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.UserLabel;
import io.segmenta.web.shell.Background;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The scenarios saved with the run, side by side. */
final class SavedCard extends Section {
    private final RunId run;
    private final transient PlanService plans;
    private final transient Background background;
    private final transient Formats formats;
    private final Paragraph lead = new Paragraph();
    private final Div content = new Div();

    SavedCard(RunId run, PlanService plans, Background background, Formats formats) {
        this.run = run;
        this.plans = plans;
        this.background = background;
        this.formats = formats;
        addClassNames("card", "saved-card");
        lead.addClassName("lead");
        add(new H2(getTranslation("saved.title")), lead, content);
        list();
    }

    void list() {
        List<SavedScenario> saved = plans.scenarios(run);
        content.removeAll();
        lead.setText(getTranslation("saved.lead", saved.size()));
        if (!saved.isEmpty()) {
            Div actions = new Div(download());
            actions.addClassName("actions");
            content.add(table(saved), actions);
        }
    }

    private FiguresTable table(List<SavedScenario> saved) {
        FiguresTable table = new FiguresTable(getTranslation("saved.title")).words(getTranslation("saved.figure"));
        saved.forEach(one -> table.numbers(one.scenario().name()));
        row(table, saved, "budget.total", s -> formats.money(s.plan().total()));
        List<Allocation> parts = saved.getFirst().scenario().plan().allocations();
        for (int i = 0; i < parts.size(); i++) {
            int place = i;
            table.row(
                    new PersonaBadge(parts.get(i).segment()),
                    cells(
                            saved,
                            one -> new Span(formats.money(one.scenario()
                                    .plan()
                                    .allocations()
                                    .get(place)
                                    .amount()))));
        }
        row(
                table,
                saved,
                "assume.margin",
                s -> formats.share(s.assumptions().margin().value()));
        row(table, saved, "scenario.added", s -> formats.wholeMoney(s.addedMargin()));
        row(table, saved, "scenario.roi", s -> formats.percent(s.roi(), 0));
        row(table, saved, "saved.interval", s -> range(s.interval()));
        row(table, saved, "saved.median", s -> formats.percent(s.interval().p50(), 0));
        row(
                table,
                saved,
                "scenario.chance",
                s -> getTranslation(
                        Chance.key(s.interval().probabilityPositive()),
                        Chance.tenths(s.interval().probabilityPositive())));
        if (saved.size() > 1) {
            table.row(
                    new Span(getTranslation(
                            "saved.difference", saved.getFirst().scenario().name())),
                    differences(saved));
        }
        row(table, saved, "saved.break-even", s -> breakEven(s.breakEvenUplift()));
        row(table, saved, "saved.payback", s -> days(s.paybackDays()));
        table.row(new Span(getTranslation("saved.at")), cells(saved, one -> new Span(formats.instant(one.at()))));
        table.row(new Span(getTranslation("versions.by")), cells(saved, one -> new UserLabel(one.by())));
        table.row(new Span(getTranslation("saved.delete")), cells(saved, this::delete));
        return table;
    }

    private void row(FiguresTable table, List<SavedScenario> saved, String key, Function<RoiScenario, String> figure) {
        table.row(new Span(getTranslation(key)), cells(saved, one -> new Span(figure.apply(one.scenario()))));
    }

    /** Of profit against the first, filled when they are simulated. */
    private Component[] differences(List<SavedScenario> saved) {
        RoiScenario base = saved.getFirst().scenario();
        Span[] cells = saved.stream().map(one -> new Span("\u2026")).toArray(Span[]::new);
        cells[0].setText("\u2013");
        background.run(
                UI.getCurrentOrThrow(),
                () -> saved.stream()
                        .skip(1)
                        .map(one -> plans.difference(run, base, one.scenario()))
                        .toList(),
                found -> {
                    for (int i = 0; i < found.size(); i++) {
                        cells[i + 1].setText(words(found.get(i)));
                    }
                },
                problem -> Stream.of(cells).forEach(cell -> cell.setText("\u2013")),
                getTranslation("scenario.failed"));
        return cells;
    }

    private String words(ProfitDifference difference) {
        return difference.worthMentioning()
                ? getTranslation(
                        "saved.difference.of",
                        ReturnsCard.signed(difference.expected(), formats),
                        ReturnsCard.signed(difference.low(), formats),
                        ReturnsCard.signed(difference.high(), formats))
                : getTranslation("saved.difference.none");
    }

    private static Component[] cells(List<SavedScenario> saved, Function<SavedScenario, Component> cell) {
        return saved.stream().map(cell).toArray(Component[]::new);
    }

    private String range(RoiInterval interval) {
        return getTranslation("value.range", formats.percent(interval.p10(), 0), formats.percent(interval.p90(), 0));
    }

    private String breakEven(double uplift) {
        return uplift > 1 ? getTranslation("saved.never") : formats.percent(uplift, 1);
    }

    private String days(double days) {
        return Double.isInfinite(days)
                ? getTranslation("saved.never")
                : getTranslation("saved.days", Math.round(Math.ceil(days)));
    }

    private Component delete(SavedScenario one) {
        Button button = new Button(getTranslation("runs.delete"), click -> {
            plans.delete(run, one.id());
            list();
        });
        button.setAriaLabel(getTranslation("saved.delete.of", one.scenario().name()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private Component download() {
        DownloadHandler handler = event -> {
            event.setFileName("scenarios.csv");
            event.setContentType("text/csv");
            plans.writeScenarios(run, event.getOutputStream());
        };
        Anchor anchor = new Anchor(handler, getTranslation("export.download", "scenarios.csv"));
        anchor.addClassName("button-link");
        return anchor;
    }
}
