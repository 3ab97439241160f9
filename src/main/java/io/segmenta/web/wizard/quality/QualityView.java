package io.segmenta.web.wizard.quality;

import com.vaadin.flow.router.Route;
import io.segmenta.engine.reading.Reading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardPage;
import java.util.Optional;

/** Step 3: what will be kept and dropped and why, before anything is computed. */
@Route(value = Paths.QUALITY, layout = MainLayout.class)
public final class QualityView extends WizardPage {
    private final transient DatasetService datasets;
    private final transient Background background;

    public QualityView(DatasetService datasets, Background background) {
        super(Destination.QUALITY, datasets);
        this.datasets = datasets;
        this.background = background;
    }

    @Override
    protected void show(Draft draft, Dataset dataset) {
        add(new PageHeader(getTranslation("quality.title"), getTranslation("quality.lead")));
        Optional<ColumnMapping> mapping = draft.mapping();
        if (mapping.isEmpty()) {
            EmptyState empty = new EmptyState(
                    Glyph.TABLE, getTranslation("quality.no-columns"), getTranslation("quality.no-columns.why"));
            empty.offer(draft.on(Destination.COLUMNS).primaryButton(getTranslation("quality.no-columns.choose")));
            add(empty);
            return;
        }
        Reading reading = datasets.reading(dataset.fingerprint());
        QualityQuery query = new QualityQuery(
                datasets,
                background,
                dataset.fingerprint(),
                mapping.get(),
                reading,
                draft.withoutRules().withRulesOf(reading).rules());
        add(new QualityForm(query, draft.withRulesOf(reading), dataset, this::keep, this::problem));
    }
}
