package io.segmenta.web.model;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.service.scoring.Scored;
import io.segmenta.service.scoring.ScoringService;
import io.segmenta.service.scoring.ScoringService.ScoredFile;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.HeldFile;
import io.segmenta.web.shell.Intake;
import io.segmenta.web.shell.UploadWords;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Takes a file of other customers and gives them back with their segments. Nothing of either stays. */
final class ScoreCard extends Section {
    private final transient ScoringService scoring;
    private final transient Background background;
    private final transient Formats formats;
    private final RunId run;
    private final Div outcome = new Div();
    private final Paragraph refusal = new Paragraph();
    private transient @Nullable ScoredFile scored;
    private volatile boolean gone;

    /** @param folder for uploads */
    ScoreCard(FinishedRun run, ScoringService scoring, Background background, Path folder, DataSize limit) {
        this.scoring = scoring;
        this.background = background;
        this.formats = run.formats();
        this.run = run.id();
        addClassName("card");
        Paragraph lead = new Paragraph(getTranslation("model.score.sentence"));
        lead.addClassName("lead");
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        refuse("");
        add(new H2(getTranslation("model.score")), lead, refusal, upload(folder, limit), outcome);
    }

    private Upload upload(Path folder, DataSize limit) {
        String tooLarge = getTranslation("data.too-large", limit.toMegabytes() + " MB");
        Upload upload = new Upload(new Intake(
                folder,
                limit.toBytes(),
                new Intake.Words(tooLarge, getTranslation("data.cut-off")),
                this::score,
                this::refuse));
        upload.setMaxFiles(1);
        // The component's own setter ends at 2 GiB.
        upload.getElement().setProperty("maxFileSize", (double) limit.toBytes());
        upload.setI18n(UploadWords.of(this::getTranslation, tooLarge));
        upload.setUploadButton(new Button(getTranslation("data.choose")));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        return upload;
    }

    private void score(HeldFile file) {
        refuse("");
        release();
        UI ui = UI.getCurrent();
        Paragraph detail = new Paragraph(getTranslation("model.score.working", file.name()));
        ProgressBar bar = new ProgressBar();
        bar.getElement().setAttribute("aria-label", getTranslation("model.score"));
        outcome.add(detail, bar);
        Progress progress = (fraction, what) -> {
            if (gone) {
                throw new CancelledException();
            }
            Background.show(ui, () -> bar.setValue(Math.clamp(fraction, 0, 1)));
        };
        background.run(
                ui,
                () -> {
                    try (file) {
                        return scoring.score(run, file.path(), file.name(), progress);
                    }
                },
                found -> {
                    if (gone) {
                        found.close();
                    } else {
                        show(found);
                    }
                },
                why -> {
                    release();
                    refuse(why.getMessage());
                },
                getTranslation("model.score.failed", file.name()));
    }

    private void show(ScoredFile found) {
        release();
        scored = found;
        FiguresTable table = new FiguresTable(getTranslation("model.score.result"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("value.customers"))
                .numbers(getTranslation("model.score.share"))
                .numbers(getTranslation("model.score.before"))
                .stacked();
        for (Scored.Size size : found.sizes()) {
            table.row(
                    size.name(),
                    formats.count(size.customers()),
                    formats.percent(size.share(), 1),
                    formats.percent(size.trainingShare(), 1));
        }
        DownloadHandler handler = event -> {
            event.setFileName("segmenta-scored-customers.csv");
            event.setContentType("text/csv");
            Files.copy(found.csv(), event.getOutputStream());
        };
        Anchor download = new Anchor(handler, getTranslation("model.score.download"));
        download.addClassNames("button-link", "primary");
        download.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        UnorderedList notes = new UnorderedList();
        found.notes().forEach(note -> notes.add(new ListItem(note)));
        outcome.add(
                new Paragraph(getTranslation("model.score.done", formats.count(found.customers()))),
                download,
                table,
                notes);
    }

    /** Empty takes the last refusal back. */
    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }

    private void release() {
        outcome.removeAll();
        if (scored != null) {
            scored.close();
            scored = null;
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        gone = true;
        release();
    }
}
