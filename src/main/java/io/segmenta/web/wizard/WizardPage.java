package io.segmenta.web.wizard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
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
import io.segmenta.web.shell.Destination;
import java.util.Map;
import java.util.Optional;

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
