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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Where new data comes from: an upload or the sample. Offers them, shows the reading, and where it is not evident what of the file is
 * meant, how it was read and what else could be. While it asks it holds the uploaded file; leaving the page, in whatever way, deletes that.
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
    private transient @Nullable HeldUpload held;

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
                this::open,
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

    private void open(HeldFile file) {
        HeldUpload upload = new HeldUpload(datasets, file);
        work(upload, upload::read, result -> {
            Dataset dataset = result.dataset();
            if (result.open() || dataset == null) {
                ask(upload, result);
            } else {
                upload.close();
                proceed(dataset);
            }
        });
    }

    /** Shows how the file was read, with the ways to read it otherwise. */
    private void ask(HeldUpload upload, HeldUpload.Result result) {
        held = upload;
        removeAll();
        UserFacingException why = result.refusal();
        if (why != null) {
            refuse.accept(why.getMessage());
        }
        add(new TableChooser(upload.name(), result, new TableChooser.Answer() {
            @Override
            public void agree(Dataset dataset) {
                upload.agree(result.options());
                letGo();
                proceed(dataset);
            }

            @Override
            public void read(SourceOptions options) {
                held = null;
                work(upload, progress -> upload.read(options, progress), read -> ask(upload, read));
            }

            @Override
            public void giveUp() {
                held = null;
                upload.giveUp();
                refuse.accept("");
                offer();
            }
        }));
    }

    /** What somebody stops or goes away from is closed. */
    private void work(
            HeldUpload upload, Function<Progress, HeldUpload.Result> reader, Consumer<? super HeldUpload.Result> done) {
        work(
                upload.name(),
                progress -> {
                    boolean read = false;
                    try {
                        HeldUpload.Result result = reader.apply(progress);
                        read = true;
                        return result;
                    } finally {
                        if (!read) {
                            upload.close();
                        }
                    }
                },
                done,
                unseen -> upload.close());
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
        Draft.of(dataset.fingerprint()).on(Destination.CHECK).go();
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
