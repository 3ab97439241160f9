package io.segmenta.web.wizard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A step that works on a dataset. Reads the draft from the address and writes every choice back to it. */
public abstract class WizardPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final Destination destination;
    private final transient DatasetService datasets;
    private WizardSteps steps;

    protected WizardPage(Destination destination, DatasetService datasets) {
        this.destination = destination;
        this.datasets = datasets;
        this.steps = new WizardSteps(destination, new Draft(Map.of()));
        addClassName("page");
    }

    /** Fills the page below the steps; called each time it is entered. */
    protected abstract void show(Draft draft, Dataset dataset);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Draft draft = Draft.of(event.getLocation().getQueryParameters());
        steps = new WizardSteps(destination, draft);
        add(steps);
        Optional<Dataset> dataset = draft.dataset().flatMap(datasets::find);
        if (dataset.isEmpty()) {
            EmptyState empty =
                    new EmptyState(Glyph.TABLE, getTranslation("wizard.no-data"), getTranslation("wizard.no-data.why"));
            empty.offer(Destination.DATA.link().primaryButton(getTranslation("wizard.no-data.choose")));
            add(new PageHeader(getTranslation(destination.titleKey()), ""), empty);
            return;
        }
        try {
            show(draft, dataset.get());
        } catch (UserFacingException e) {
            add(problem(e, draft));
        }
    }

    /**
     * Says that something is looked at that takes its time with a large file; then stands what came out in its place, or why it could not be
     * had.
     *
     * @param work on another thread than that of the page
     */
    protected final <T> void lookUp(
            Background background, Draft draft, Supplier<T> work, Function<? super T, Component> outcome) {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("check.reading"));
        Div waiting = new Div(new Paragraph(getTranslation("check.reading")), bar);
        waiting.addClassName("waiting");
        waiting.getElement().setAttribute("role", "status");
        add(waiting);
        background.run(
                UI.getCurrent(),
                work,
                found -> replaceWaiting(waiting, () -> outcome.apply(found)),
                why -> replaceWaiting(waiting, () -> problem(why, draft)),
                getTranslation("quality.failed"));
    }

    /** Not where the page shows something else by now. */
    private void replaceWaiting(Component waiting, Supplier<Component> outcome) {
        if (waiting.getParent().filter(this::equals).isPresent()) {
            replace(waiting, outcome.get());
        }
    }

    /** Stands in the place of something that could not be had. */
    protected final EmptyState problem(UserFacingException why, Draft draft) {
        EmptyState problem = new EmptyState(Glyph.ALERT, getTranslation("wizard.problem"), why.getMessage());
        if (destination != Destination.CHECK) {
            problem.offer(draft.on(Destination.CHECK).button(getTranslation("wizard.problem.check")));
        }
        problem.offer(draft.on(Destination.DATA).button(getTranslation("wizard.problem.data")));
        return problem;
    }

    /** Writes the choices to the address bar without going anywhere. */
    protected final void keep(Draft draft) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(destination.link().path(), draft.query()));
        steps.show(draft);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(destination.titleKey()));
    }
}
