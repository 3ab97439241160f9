package io.segmenta.web.wizard.check;

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
        add(new PageHeader(getTranslation("check.title"), lead));
        FileFacts file = new FileFacts(datasets, background, dataset);
        lookUp(background, draft, () -> file.read(draft), found -> new CheckForm(file, found, this::keep));
    }
}
