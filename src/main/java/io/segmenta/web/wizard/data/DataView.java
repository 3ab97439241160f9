package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.segmenta.base.Progress;
import io.segmenta.run.Dataset;
import io.segmenta.run.DatasetService;
import io.segmenta.run.Home;
import io.segmenta.run.Settings;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.wizard.Draft;
import io.segmenta.web.wizard.WizardSteps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;

/** Step 1: a new file, the sample, or data that was read before. */
@Route(value = Paths.DATA, layout = MainLayout.class)
public final class DataView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final String TEMPLATE = """
            CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice,Description,Country
            C-1001,INV-5001,SKU-17,2026-01-15 10:30,2,12.50,Tea pot,Germany
            C-1002,INV-5002,SKU-04,2026-01-16 14:05,1,39.90,Table lamp,France
            """;

    private final transient DatasetService datasets;
    private final transient Background background;
    private final transient Path folder;
    private final DataSize limit;
    private final transient Formats formats = Formats.current();
    private final Div source = new Div();
    private final Paragraph refusal = new Paragraph();

    public DataView(DatasetService datasets, Background background, Home home, Settings settings) {
        this.datasets = datasets;
        this.background = background;
        this.folder = home.temporary();
        this.limit = settings.uploadLimit();
        addClassNames("page", "wizard");
        source.addClassName("source");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        offer();
        refuse("");
        add(
                new WizardSteps(Destination.DATA, new Draft(Map.of())),
                new PageHeader(getTranslation("data.title"), getTranslation("data.lead")),
                refusal,
                source);
        List<Dataset> earlier = datasets.list();
        if (!earlier.isEmpty()) {
            add(earlier(earlier));
        }
    }

    private void offer() {
        source.removeAll();
        Button sample = new Button(getTranslation("data.sample.use"), click -> {
            String name = getTranslation("data.sample.name");
            read(name, datasets::addSample);
        });
        Anchor template = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(TEMPLATE.getBytes(StandardCharsets.UTF_8)),
                        "segmenta-template.csv",
                        "text/csv",
                        TEMPLATE.length())),
                getTranslation("data.template.download"));
        template.addClassName("button-link");
        Card own = Card.of(getTranslation("data.upload"), getTranslation("data.upload.lead", said(limit)), upload());
        own.addClassName("own");
        source.add(
                own,
                new Div(
                        Card.of(getTranslation("data.sample"), getTranslation("data.sample.lead"), sample),
                        Card.of(getTranslation("data.template"), getTranslation("data.template.lead"), template)));
    }

    private Upload upload() {
        String tooLarge = getTranslation("data.too-large", said(limit));
        Upload upload = new Upload(new Intake(
                folder,
                limit.toBytes(),
                new Intake.Words(tooLarge, getTranslation("data.cut-off")),
                this::received,
                this::refuse));
        upload.setMaxFiles(1);
        // The component's own setter ends at 2 GiB.
        upload.getElement().setProperty("maxFileSize", (double) limit.toBytes());
        upload.setI18n(UploadWords.of(this::getTranslation, tooLarge));
        Button choose = new Button(getTranslation("data.choose"));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        return upload;
    }

    private void received(Path file, String name) {
        read(name, progress -> {
            try {
                return datasets.add(file, name, progress);
            } finally {
                delete(file);
            }
        });
    }

    private void read(String name, Function<Progress, Dataset> reader) {
        refuse("");
        UI ui = UI.getCurrent();
        Reading reading = new Reading(name, this::offer);
        source.removeAll();
        source.add(reading);
        Progress progress = reading.progress(ui);
        background.run(
                ui,
                () -> reader.apply(progress),
                dataset -> {
                    if (!reading.stopped() && isAttached()) {
                        Draft.of(dataset.fingerprint()).on(Destination.COLUMNS).go();
                    }
                },
                why -> {
                    offer();
                    refuse(why.getMessage());
                },
                getTranslation("data.failed", name));
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
                    Draft.of(dataset.fingerprint()).on(Destination.COLUMNS).anchor(dataset.name()),
                    dataset.format(),
                    formats.count(dataset.rows()),
                    formats.bytes(dataset.bytes()),
                    formats.instant(dataset.added()));
        }
        return Card.of(getTranslation("data.earlier"), getTranslation("data.earlier.lead"), table);
    }

    /** As it is written in the settings. */
    private static String said(DataSize size) {
        if (size.toGigabytes() > 0) {
            return size.toGigabytes() + " GB";
        }
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("page.title", getTranslation(Destination.DATA.titleKey()));
    }
}
