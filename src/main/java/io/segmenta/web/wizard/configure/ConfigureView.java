package io.segmenta.web.wizard.configure;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.service.dataset.ColumnChoice;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.installation.DefaultsService;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.Setup;
import io.segmenta.web.wizard.WizardPage;
import java.util.Optional;
import java.util.function.Consumer;

/** Step 4: the name, how many segments and, for experts, everything else. */
@Route(value = Paths.CONFIGURE, layout = MainLayout.class)
public final class ConfigureView extends WizardPage {
    private final transient RunService runs;
    private final transient DefaultsService defaults;
    private final transient DatasetService datasets;
    private final transient Background background;

    public ConfigureView(DatasetService datasets, RunService runs, DefaultsService defaults, Background background) {
        super(Destination.CONFIGURE, datasets);
        this.datasets = datasets;
        this.background = background;
        this.runs = runs;
        this.defaults = defaults;
    }

    @Override
    protected void show(Draft entered, Dataset dataset) {
        add(new PageHeader(getTranslation("configure.title"), getTranslation("configure.lead", dataset.name())));
        if (entered.ruled()) {
            add(form(entered, dataset));
        } else {
            lookUp(
                    background,
                    entered,
                    () -> datasets.reading(dataset.fingerprint()),
                    reading -> form(entered.withRulesOf(reading), dataset));
        }
    }

    private Component form(Draft draft, Dataset dataset) {
        Optional<ColumnMapping> mapping = draft.mapping();
        if (mapping.isEmpty()) {
            EmptyState empty = new EmptyState(
                    Glyph.TABLE, getTranslation("configure.no-columns"), getTranslation("configure.no-columns.why"));
            empty.offer(draft.on(Destination.CHECK).primaryButton(getTranslation("configure.no-columns.choose")));
            return empty;
        }
        // whoever goes on has seen what was made of the file
        draft.currency()
                .ifPresent(currency -> datasets.remember(
                        dataset.fingerprint(), new ColumnChoice(mapping.get(), currency, draft.rules())));
        Setup usual = Setup.defaults(nameOf(dataset), defaults.tuning());
        return new ConfigureForm(
                Setup.of(draft, usual),
                draft.on(Destination.CHECK).button(getTranslation("configure.back")),
                setup -> keep(setup.in(draft)),
                setup -> start(setup, draft, dataset, mapping.get()),
                answer -> rhythm(draft, dataset, mapping.get(), answer));
    }

    /** A suggestion that cannot be made is not missed. */
    private void rhythm(Draft draft, Dataset dataset, ColumnMapping mapping, Consumer<PurchaseGaps> answer) {
        background.run(
                UI.getCurrent(),
                () -> datasets.purchaseGaps(dataset.fingerprint(), mapping, draft.rules(), Progress.SILENT),
                answer,
                why -> {},
                getTranslation("quality.failed"));
    }

    private void start(Setup setup, Draft draft, Dataset dataset, ColumnMapping mapping) {
        RunHandle run = runs.submit(setup.recipe(new Source(dataset.fingerprint(), mapping), draft), UserName.LOCAL);
        Destination.TRAINING.link(run.id()).go();
    }

    /** The file's name without its ending, or its two where it is compressed. */
    private static String nameOf(Dataset dataset) {
        String name = dataset.name().replaceFirst("(?i)\\.gz$", "");
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name).replace('+', ' ');
    }
}
