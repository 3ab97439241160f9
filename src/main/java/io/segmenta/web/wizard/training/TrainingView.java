package io.segmenta.web.wizard.training;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunProgress;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunStatus;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.Setup;
import io.segmenta.web.wizard.WizardSteps;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Step 5: watching the run. Belongs to the run's address, so whoever comes back sees where it stands; opens the results when it is done. */
@Route(value = Paths.TRAINING, layout = MainLayout.class)
public final class TrainingView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingView.class);

    private final transient RunService runs;
    private transient @Nullable RunHandle handle;
    private transient @Nullable AutoCloseable watch;
    private Draft draft = new Draft(Map.of());
    private LiveProgress live = new LiveProgress(null, () -> {}, () -> {});

    public TrainingView(RunService runs) {
        this.runs = runs;
        addClassName("page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RunId id = Paths.run(event.getRouteParameters()).orElseThrow();
        Optional<RunSummary> summary = runs.summary(id);
        Optional<RunHandle> found = runs.handle(id);
        if (summary.isEmpty() || found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, getTranslation("run.unknown", String.valueOf(id)));
            return;
        }
        RunStatus status = found.get().progress().status();
        if (status == RunStatus.SUCCEEDED) {
            event.forwardTo(Destination.OVERVIEW.link(id).path());
            return;
        }
        Optional<Recipe> recipe = runs.recipe(id);
        draft = recipe.map(Setup::draft).orElse(draft);
        // The same page may serve another run: "start again" leads from one to the next.
        unwatch();
        removeAll();
        add(
                new WizardSteps(Destination.TRAINING, draft),
                new PageHeader(
                        summary.get().name(),
                        getTranslation(
                                "training.lead",
                                summary.get().datasetName(),
                                summary.get().algorithm())));
        if (status.ended()) {
            handle = null;
            ended(id, status);
            return;
        }
        handle = found.get();
        live = new LiveProgress(
                recipe.flatMap(known -> known.method().search()).orElse(null),
                found.get()::cancel,
                found.get()::keepBest);
        live.show(found.get().progress());
        add(live);
        getUI().ifPresent(this::watch);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch(event.getUI());
    }

    private void watch(UI ui) {
        RunHandle running = handle;
        if (running != null && watch == null) {
            watch = running.watch(now -> Background.show(ui, () -> show(running.id(), now)));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unwatch();
    }

    private void show(RunId run, RunProgress now) {
        if (!isAttached() || watch == null) {
            return;
        }
        live.show(now);
        if (!now.status().ended()) {
            return;
        }
        unwatch();
        if (now.status() == RunStatus.SUCCEEDED) {
            Destination.OVERVIEW.link(run).go();
        } else {
            remove(live);
            ended(run, now.status());
        }
    }

    /** Why there are no results, and how to go on. */
    private void ended(RunId run, RunStatus status) {
        String word = status.name().toLowerCase(Locale.ROOT);
        String why = runs.summary(run)
                .flatMap(summary -> Optional.ofNullable(summary.failure()))
                .orElseGet(() -> getTranslation("training." + word + ".why"));
        EmptyState state = new EmptyState(Glyph.ALERT, getTranslation("training." + word), why);
        state.getElement().setAttribute("role", "status");
        Button again = new Button(getTranslation("training.again"), click -> again(run));
        again.addThemeVariants(ButtonVariant.PRIMARY);
        state.offer(again, draft.on(Destination.CONFIGURE).button(getTranslation("training.change")));
        add(state);
    }

    private void again(RunId run) {
        try {
            Destination.TRAINING.link(runs.again(run, UserName.LOCAL).id()).go();
        } catch (UserFacingException e) {
            add(new EmptyState(Glyph.ALERT, getTranslation("training.again.failed"), e.getMessage()));
        }
    }

    private void unwatch() {
        AutoCloseable open = watch;
        watch = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("The watching of a run did not end.", e);
            }
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.TRAINING.titleKey()));
    }
}
