package io.segmenta.web.wizard.data;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.SourceCatalogue;
import io.segmenta.engine.ingest.SourceOptions;
import io.segmenta.service.dataset.Dataset;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.web.component.Card;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.HeldFile;
import io.segmenta.web.shell.Intake;
import io.segmenta.web.shell.UploadWords;
import io.segmenta.web.wizard.Draft;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Where new data comes from: an upload or the sample. Offers them, asks what of the file is meant where that is not evident, and shows the
 * reading. While it asks it holds the uploaded file; leaving the page, in whatever way, gives that up.
 */
final class NewData extends Div {
    private static final String TEMPLATE = """
            CustomerID,InvoiceID,ProductID,InvoiceDate,Quantity,UnitPrice,Description,Country
            C-1001,INV-5001,SKU-17,2026-01-15 10:30,2,12.50,Tea pot,Germany
            C-1002,INV-5002,SKU-04,2026-01-16 14:05,1,39.90,Table lamp,France
            """;

    private final transient DatasetService datasets;
    private final transient Background background;
    private final transient Path folder;
    private final DataSize limit;
    private final transient Consumer<String> refuse;
    private transient @Nullable HeldFile held;

    /**
     * @param folder for what is uploaded
     * @param refuse says why something was not taken; gets an empty text to take that back
     */
    NewData(DatasetService datasets, Background background, Path folder, DataSize limit, Consumer<String> refuse) {
        this.datasets = datasets;
        this.background = background;
        this.folder = folder;
        this.limit = limit;
        this.refuse = refuse;
        addClassName("source");
        offer();
    }

    private void offer() {
        removeAll();
        Button sample = new Button(getTranslation("data.sample.use"), click -> {
            String name = getTranslation("data.sample.name");
            work(name, datasets::addSample, this::proceed, unseen -> {});
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
        add(
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
                file -> open(file, null, null),
                refuse));
        upload.setMaxFiles(1);
        // The component's own setter ends at 2 GiB.
        upload.getElement().setProperty("maxFileSize", (double) limit.toBytes());
        upload.setI18n(UploadWords.of(this::getTranslation, tooLarge));
        Button choose = new Button(getTranslation("data.choose"));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.addFileRejectedListener(rejected -> refuse.accept(rejected.getErrorMessage()));
        return upload;
    }

    /** What there was in a file: a dataset at once, or something to choose from. */
    private record Opened(
            SourceCatalogue catalogue, @Nullable Dataset dataset) {}

    /**
     * @param header what the user says of the first row, or null where he has not been asked or agrees
     * @param detected what the reader made of the first row, or null before it was looked at
     */
    private void open(HeldFile file, @Nullable Boolean header, @Nullable Boolean detected) {
        held = null;
        SourceOptions options = new SourceOptions(List.of(), header);
        work(
                file.name(),
                progress -> {
                    boolean toAsk = false;
                    try {
                        SourceCatalogue catalogue = datasets.catalogue(file.path(), file.name(), options, progress);
                        toAsk = detected != null || !catalogue.evident();
                        return new Opened(
                                catalogue, toAsk ? null : datasets.add(file.path(), file.name(), options, progress));
                    } finally {
                        if (!toAsk) {
                            file.close();
                        }
                    }
                },
                opened -> {
                    if (opened.dataset() != null) {
                        proceed(opened.dataset());
                    } else {
                        ask(file, opened.catalogue(), header, detected);
                    }
                },
                opened -> file.close());
    }

    private void ask(HeldFile file, SourceCatalogue catalogue, @Nullable Boolean header, @Nullable Boolean detected) {
        boolean automatic = detected == null ? named(catalogue) : detected;
        held = file;
        removeAll();
        add(new TableChooser(file.name(), catalogue, new TableChooser.Answer() {
            @Override
            public void read(List<String> tables) {
                NewData.this.read(file, new SourceOptions(tables, header));
            }

            @Override
            public void firstRow(boolean namesColumns) {
                open(file, namesColumns == automatic ? null : Boolean.valueOf(namesColumns), automatic);
            }

            @Override
            public void giveUp() {
                letGo();
                offer();
            }
        }));
    }

    private static boolean named(SourceCatalogue catalogue) {
        return catalogue.tables().stream()
                .filter(SourceCatalogue.Choice::proposed)
                .findFirst()
                .orElseThrow()
                .named();
    }

    private void read(HeldFile file, SourceOptions options) {
        held = null;
        work(
                file.name(),
                progress -> {
                    try (file) {
                        return datasets.add(file.path(), file.name(), options, progress);
                    }
                },
                this::proceed,
                unseen -> {});
    }

    /**
     * Shows the work until it is done.
     *
     * @param unwanted gets what came out where the user stopped it or went away
     */
    private <T> void work(
            String name, Function<Progress, T> worker, Consumer<? super T> done, Consumer<? super T> unwanted) {
        refuse.accept("");
        UI ui = UI.getCurrent();
        Reading reading = new Reading(name, this::offer);
        removeAll();
        add(reading);
        Progress progress = reading.progress(ui);
        background.run(
                ui,
                () -> worker.apply(progress),
                outcome -> {
                    if (!reading.stopped() && isAttached()) {
                        done.accept(outcome);
                    } else {
                        unwanted.accept(outcome);
                    }
                },
                unwanted,
                (UserFacingException why) -> {
                    offer();
                    refuse.accept(why.getMessage());
                },
                getTranslation("data.failed", name));
    }

    private void proceed(Dataset dataset) {
        Draft.of(dataset.fingerprint()).on(Destination.COLUMNS).go();
    }

    private void letGo() {
        if (held != null) {
            held.close();
            held = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        letGo();
    }

    /** As it is written in the settings. */
    private static String said(DataSize size) {
        if (size.toGigabytes() > 0) {
            return size.toGigabytes() + " GB";
        }
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }
}
