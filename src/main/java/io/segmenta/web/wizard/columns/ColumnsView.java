package io.segmenta.web.wizard.columns;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.reading.Reading;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardPage;
import java.util.List;

/** Step 2: which column is which field, how dates are read, and the currency. */
@Route(value = Paths.COLUMNS, layout = MainLayout.class)
public final class ColumnsView extends WizardPage {
    /** Read for examples; the first of them are shown as they are. */
    private static final int SAMPLE_ROWS = 500;

    private final transient DatasetService datasets;

    public ColumnsView(DatasetService datasets) {
        super(Destination.COLUMNS, datasets);
        this.datasets = datasets;
    }

    @Override
    protected void show(Draft draft, Dataset dataset) {
        MappingProposal proposal = datasets.propose(dataset.fingerprint());
        Reading reading = datasets.reading(dataset.fingerprint());
        List<List<String>> sample = datasets.preview(dataset.fingerprint(), SAMPLE_ROWS);
        ColumnsForm form = new ColumnsForm(
                new FileColumns(dataset.headers(), sample),
                proposal,
                reading,
                header -> datasets.dates(dataset.fingerprint(), header),
                withCurrency(draft, dataset),
                this::keep);
        Button next = new Button(
                getTranslation("columns.continue"),
                click -> form.complete().ifPresent(complete -> proceed(complete.withRulesOf(reading), dataset)));
        next.addThemeVariants(ButtonVariant.PRIMARY);
        Div actions = new Div(next, draft.on(Destination.DATA).button(getTranslation("columns.back")));
        actions.addClassName("wizard-actions");
        String lead = getTranslation(
                "columns.lead",
                dataset.name(),
                dataset.rows(),
                Formats.current().count(dataset.rows()),
                dataset.format());
        add(new PageHeader(getTranslation("columns.title"), lead), form, actions);
    }

    private Draft withCurrency(Draft draft, Dataset dataset) {
        return draft.currency().isPresent()
                ? draft
                : datasets.remembered(dataset.fingerprint())
                        .map(choice -> draft.withCurrency(choice.currency()))
                        .orElse(draft);
    }

    private void proceed(Draft complete, Dataset dataset) {
        complete.mapping()
                .flatMap(mapping ->
                        complete.currency().map(currency -> new ColumnChoice(mapping, currency, complete.rules())))
                .ifPresent(choice -> datasets.remember(dataset.fingerprint(), choice));
        complete.on(Destination.QUALITY).go();
    }
}
