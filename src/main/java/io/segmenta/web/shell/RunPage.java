package io.segmenta.web.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import io.segmenta.engine.base.RunId;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import java.util.Locale;
import java.util.Optional;

/**
 * A page about the results of one run. Finds the run of the address: an unknown one is "not found", a running one leads to its training, one
 * without results says why and how to go on.
 */
public abstract class RunPage extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Destination destination;
    private final transient RunService runs;
    private String customer = "";

    protected RunPage(Destination destination, RunService runs) {
        this.destination = destination;
        this.runs = runs;
        addClassName("page");
    }

    /** Fills the empty page; called once each time the page is entered. */
    protected abstract void show(FinishedRun run);

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        RunId id = Paths.run(event.getRouteParameters()).orElseThrow();
        Optional<RunSummary> found = runs.summary(id);
        if (found.isEmpty()) {
            event.rerouteToError(NotFoundException.class, getTranslation("run.unknown", String.valueOf(id)));
            return;
        }
        RunSummary summary = found.get();
        if (!summary.status().ended()) {
            event.forwardTo(Destination.TRAINING.link(id).path());
            return;
        }
        removeAll();
        var result = runs.result(id);
        var recipe = runs.recipe(id);
        if (result.isPresent() && recipe.isPresent()) {
            Formats formats = Formats.current().in(recipe.get().currency());
            customer = Paths.customer(event.getLocation());
            show(new FinishedRun(summary, recipe.get(), result.get(), formats));
        } else {
            explain(summary);
        }
    }

    /** The customer that the address names; empty where it names none. */
    protected final String customer() {
        return customer;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(destination.titleKey()));
    }

    private void explain(RunSummary summary) {
        String why = summary.failure() == null
                ? getTranslation("run.none." + summary.status().name().toLowerCase(Locale.ROOT))
                : summary.failure();
        Button again = new Button(getTranslation("run.again"), click -> {
            RunHandle handle = runs.again(summary.id(), summary.by());
            Destination.TRAINING.link(handle.id()).go();
        });
        again.addThemeVariants(ButtonVariant.PRIMARY);
        EmptyState empty = new EmptyState(Glyph.ALERT, getTranslation("run.none"), why);
        empty.offer(again, Destination.RUNS.link().button(getTranslation("run.all")));
        add(new PageHeader(summary.name(), summary.datasetName()), empty);
    }
}
