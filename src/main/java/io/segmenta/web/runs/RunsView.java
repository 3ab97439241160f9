package io.segmenta.web.runs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.AnotherDayDialog;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import java.util.List;

/** All runs of this installation; on a fresh one, the way to the first. */
@Route(value = Paths.RUNS, layout = MainLayout.class)
public final class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient RunService runs;
    private final transient DatasetService datasets;

    public RunsView(RunService runs, DatasetService datasets) {
        this.runs = runs;
        this.datasets = datasets;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.RUNS.titleKey()));
    }

    private void show() {
        removeAll();
        List<RunSummary> history = runs.history();
        if (history.isEmpty()) {
            showWelcome();
        } else {
            PageHeader header = new PageHeader(getTranslation("page.runs"), getTranslation("runs.sentence"))
                    .withActions(sample(), Destination.DATA.link().primaryButton(getTranslation("runs.new")));
            add(header, new RunsGrid(history, Formats.current(), this::again, this::anotherDay, this::askToDelete));
        }
    }

    private void showWelcome() {
        EmptyState empty =
                new EmptyState(Glyph.PEOPLE, getTranslation("runs.empty.title"), getTranslation("runs.empty.sentence"));
        empty.offer(Destination.DATA.link().primaryButton(getTranslation("runs.new")), sample());
        Div steps = new Div(step("data"), step("segments"), step("plan"));
        steps.addClassName("three");
        add(new PageHeader(getTranslation("runs.welcome"), getTranslation("runs.welcome.sentence")), empty, steps);
    }

    private Div step(String key) {
        return new WelcomeStep(
                getTranslation("runs.step." + key + ".title"), getTranslation("runs.step." + key + ".sentence"));
    }

    private Button sample() {
        Button button = new Button(getTranslation("runs.sample"), Glyph.SPARK.svg());
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            try {
                Dataset dataset = datasets.addSample(Progress.SILENT);
                Destination.CHECK
                        .link()
                        .with(Paths.DATASET, dataset.fingerprint().sha256())
                        .go();
            } catch (UserFacingException failure) {
                Notification.show(failure.getMessage());
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    private void again(RunSummary run) {
        Destination.TRAINING.link(runs.again(run.id(), run.by()).id()).go();
    }

    private void anotherDay(RunSummary run) {
        AnotherDayDialog.of(run, runs, datasets).ifPresent(AnotherDayDialog::open);
    }

    private void askToDelete(RunSummary run) {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("runs.delete.title", run.name()),
                getTranslation("runs.delete.sentence"),
                getTranslation("runs.delete"),
                confirmed -> {
                    runs.delete(run.id());
                    show();
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("runs.keep"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }
}
