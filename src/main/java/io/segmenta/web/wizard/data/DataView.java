package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Settings;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.ReadingNotes;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardSteps;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** Step 1: a new file, the sample, or data that was read before. */
@Route(value = Paths.DATA, layout = MainLayout.class)
public final class DataView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient DatasetService datasets;
    private final transient Background background;
    private final transient Path folder;
    private final DataSize limit;
    private final transient Formats formats = Formats.current();
    private final Paragraph refusal = new Paragraph();

    public DataView(DatasetService datasets, Background background, Home home, Settings settings) {
        this.datasets = datasets;
        this.background = background;
        this.folder = home.temporary();
        this.limit = settings.uploadLimit();
        addClassName("page");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        refuse("");
        Optional<Dataset> chosen =
                Draft.of(event.getLocation().getQueryParameters()).dataset().flatMap(datasets::find);
        add(
                new WizardSteps(Destination.DATA, new Draft(Map.of())),
                new PageHeader(getTranslation("data.title"), getTranslation("data.lead")),
                refusal,
                new NewData(datasets, background, folder, limit, this::refuse));
        chosen.map(ReadingNotes::new).filter(Component::isVisible).ifPresent(notes -> {
            Dataset dataset = chosen.get();
            add(Card.of(
                    getTranslation("data.how", dataset.name()),
                    getTranslation("data.how.lead"),
                    notes,
                    Draft.of(event.getLocation().getQueryParameters())
                            .on(Destination.CHECK)
                            .anchor(getTranslation("data.how.continue"))));
        });
        List<Dataset> earlier = datasets.list();
        if (!earlier.isEmpty()) {
            add(earlier(earlier));
        }
    }

    /** Empty takes the last refusal back. */
    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }

    private Card earlier(List<Dataset> known) {
        FiguresTable table = new FiguresTable(getTranslation("data.earlier"))
                .words(getTranslation("data.earlier.name"))
                .words(getTranslation("data.earlier.format"))
                .numbers(getTranslation("data.earlier.rows"))
                .numbers(getTranslation("data.earlier.size"))
                .words(getTranslation("data.earlier.added"))
                .stacked();
        for (Dataset dataset : known) {
            table.row(
                    Draft.of(dataset.fingerprint()).on(Destination.CHECK).anchor(dataset.name()),
                    dataset.format(),
                    formats.count(dataset.rows()),
                    formats.bytes(dataset.bytes()),
                    formats.instant(dataset.added()));
        }
        return Card.of(getTranslation("data.earlier"), getTranslation("data.earlier.lead"), table);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.DATA.titleKey()));
    }
}
