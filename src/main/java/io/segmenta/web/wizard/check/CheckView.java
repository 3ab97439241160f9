package io.segmenta.web.wizard.check;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardPage;

/** Step 2: what was made of the file, which rows count, and which column is which; before anything is computed. */
@Route(value = Paths.CHECK, layout = MainLayout.class)
@RouteAlias(value = Paths.COLUMNS, layout = MainLayout.class)
@RouteAlias(value = Paths.QUALITY, layout = MainLayout.class)
public final class CheckView extends WizardPage {
    private final transient DatasetService datasets;
    private final transient Background background;

    public CheckView(DatasetService datasets, Background background) {
        super(Destination.CHECK, datasets);
        this.datasets = datasets;
        this.background = background;
    }

    @Override
    protected void show(Draft draft, Dataset dataset) {
        String lead = getTranslation(
                "check.lead",
                dataset.name(),
                dataset.rows(),
                Formats.current().count(dataset.rows()),
                dataset.format());
        Component waiting = waiting();
        add(new PageHeader(getTranslation("check.title"), lead), waiting);
        FileFacts file = new FileFacts(datasets, background, dataset);
        background.run(
                UI.getCurrent(),
                () -> file.read(draft),
                found -> replaceWaiting(waiting, new CheckForm(file, found, this::keep)),
                why -> replaceWaiting(waiting, problem(why, draft)),
                getTranslation("quality.failed"));
    }

    /** Not where the page shows something else by now. */
    private void replaceWaiting(Component waiting, Component outcome) {
        if (waiting.getParent().filter(this::equals).isPresent()) {
            replace(waiting, outcome);
        }
    }

    private Component waiting() {
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("check.reading"));
        Div waiting = new Div(new Paragraph(getTranslation("check.reading")), bar);
        waiting.addClassName("waiting");
        waiting.getElement().setAttribute("role", "status");
        return waiting;
    }
}
