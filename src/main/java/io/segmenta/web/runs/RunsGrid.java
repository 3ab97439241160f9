package io.segmenta.web.runs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.signals.Signal;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Narrow;
import io.segmenta.web.component.QualityBadge;
import io.segmenta.web.component.StatusBadge;
import io.segmenta.web.component.UserLabel;
import io.segmenta.web.shell.Destination;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** One line a run; a phone shows only name, quality or status, and actions. */
final class RunsGrid extends Grid<RunSummary> {

    private final Formats formats;
    private final transient Consumer<RunSummary> again;
    private final transient Consumer<RunSummary> anotherDay;
    private final transient Consumer<RunSummary> delete;

    RunsGrid(
            List<RunSummary> history,
            Formats formats,
            Consumer<RunSummary> again,
            Consumer<RunSummary> anotherDay,
            Consumer<RunSummary> delete) {
        this.formats = formats;
        this.again = again;
        this.anotherDay = anotherDay;
        this.delete = delete;
        addThemeVariants(GridVariant.NO_ROW_BORDERS);
        setSelectionMode(SelectionMode.NONE);
        setAllRowsVisible(history.size() <= 20);
        addColumns();
        setItems(history);
    }

    private void addColumns() {
        Signal<Boolean> wide = Narrow.not();
        addColumn(new ComponentRenderer<Component, RunSummary>(this::name))
                .setHeader(getTranslation("runs.name"))
                .setComparator(Comparator.comparing(RunSummary::name))
                .setRowHeader(true)
                .setFlexGrow(3);
        addColumn(RunSummary::algorithm)
                .setHeader(getTranslation("runs.algorithm"))
                .setSortable(true)
                .setFlexGrow(2)
                .bindVisible(wide);
        addColumn(run -> run.customers() == null ? "–" : formats.count(run.customers()))
                .setHeader(getTranslation("runs.customers"))
                .setComparator(
                        Comparator.comparing(RunSummary::customers, Comparator.nullsFirst(Comparator.naturalOrder())))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .bindVisible(wide);
        addColumn(new ComponentRenderer<Component, RunSummary>(RunsGrid::badge))
                .setHeader(getTranslation("runs.quality"))
                .setComparator(Comparator.comparing(
                        RunSummary::quality, Comparator.nullsLast(Comparator.<Quality>naturalOrder())))
                .setWidth("132px")
                .setFlexGrow(0);
        addColumn(run -> formats.instant(run.created()))
                .setHeader(getTranslation("runs.when"))
                .setComparator(Comparator.comparing(RunSummary::created))
                .setAutoWidth(true)
                .setFlexGrow(0)
                .bindVisible(wide);
        addColumn(run -> UserLabel.words(run.by(), this))
                .setHeader(getTranslation("runs.by"))
                .setSortable(true)
                .setAutoWidth(true)
                .setFlexGrow(0)
                .bindVisible(wide);
        addColumn(new ComponentRenderer<Component, RunSummary>(this::menu))
                .setHeader(hidden(getTranslation("runs.menu")))
                .setWidth("64px")
                .setFlexGrow(0);
    }

    private static Span hidden(String words) {
        Span span = new Span(words);
        span.addClassName("sr-only");
        return span;
    }

    private Component name(RunSummary run) {
        Anchor link =
                switch (run.status()) {
                    case QUEUED, RUNNING -> Destination.TRAINING.link(run.id()).anchor(run.name());
                    case SUCCEEDED, FAILED, CANCELLED, INTERRUPTED ->
                        Destination.OVERVIEW.link(run.id()).anchor(run.name());
                };
        Span data = new Span(run.datasetName());
        data.addClassName("quiet");
        Div both = new Div(link, data);
        both.addClassName("run-name");
        return both;
    }

    private static Component badge(RunSummary run) {
        return run.quality() == null ? new StatusBadge(run.status()) : new QualityBadge(run.quality());
    }

    private Component menu(RunSummary run) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        SubMenu actions =
                bar.addItem("⋯", getTranslation("runs.actions", run.name())).getSubMenu();
        bar.getItems().getFirst().setAriaLabel(getTranslation("runs.actions", run.name()));
        if (run.status() == RunStatus.SUCCEEDED) {
            actions.addItem(
                    getTranslation("compare.offer"),
                    click -> Destination.COMPARE
                            .link()
                            .with("after", String.valueOf(run.id()))
                            .go());
            actions.addItem(getTranslation("another.offer"), click -> anotherDay.accept(run));
        }
        if (run.status().ended()) {
            actions.addItem(getTranslation("run.again"), click -> again.accept(run));
            actions.addItem(getTranslation("runs.delete"), click -> delete.accept(run));
        } else {
            actions.addItem(
                    getTranslation("runs.watch"),
                    click -> Destination.TRAINING.link(run.id()).go());
        }
        return bar;
    }
}
