package io.segmenta.web.uplift;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import io.segmenta.engine.base.Progress;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.web.component.Formats;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.HeldFile;
import io.segmenta.web.shell.Intake;
import io.segmenta.web.shell.UploadWords;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Takes an audience that was exported earlier. Nothing of the file is kept. */
final class AudienceUpload extends Div {
    private final transient CampaignService campaigns;
    private final transient Background background;
    private final transient Formats formats;
    private final Upload upload = new Upload();
    private final Paragraph refusal = new Paragraph();
    private final Paragraph read = new Paragraph();
    private transient @Nullable Audience audience;
    private transient Runnable taken = () -> {};

    /** @param folder for uploads */
    AudienceUpload(CampaignService campaigns, Background background, Path folder, DataSize limit, Formats formats) {
        this.campaigns = campaigns;
        this.background = background;
        this.formats = formats;
        String tooLarge = getTranslation("data.too-large", limit.toMegabytes() + " MB");
        upload.setUploadHandler(new Intake(
                folder,
                limit.toBytes(),
                new Intake.Words(tooLarge, getTranslation("data.cut-off")),
                this::read,
                this::refuse));
        upload.setMaxFiles(1);
        // The component's own setter ends at 2 GiB.
        upload.getElement().setProperty("maxFileSize", (double) limit.toBytes());
        upload.setI18n(UploadWords.of(this::getTranslation, tooLarge));
        upload.setUploadButton(new Button(getTranslation("uplift.upload")));
        upload.addFileRejectedListener(rejected -> refuse(rejected.getErrorMessage()));
        refusal.addClassName("refusal");
        refusal.getElement().setAttribute("role", "alert");
        forget();
        add(upload, read, refusal);
    }

    /** @param listener is told when an audience has come */
    void onTaken(Runnable listener) {
        taken = listener;
    }

    @Nullable Audience audience() {
        return audience;
    }

    void forget() {
        audience = null;
        read.setVisible(false);
        refuse("");
    }

    private void read(HeldFile file) {
        forget();
        background.run(
                UI.getCurrentOrThrow(),
                () -> {
                    try (file) {
                        return campaigns.read(file.path(), file.name(), Progress.SILENT);
                    }
                },
                found -> {
                    audience = found;
                    // what was read stands below, and another file may follow
                    upload.clearFileList();
                    read.setText(getTranslation(
                            "uplift.read",
                            file.name(),
                            formats.count(found.treated()),
                            formats.count(found.control())));
                    read.setVisible(true);
                    taken.run();
                },
                why -> refuse(why.getMessage()),
                getTranslation("uplift.unreadable", file.name()));
    }

    /** Empty takes the last refusal back. */
    private void refuse(String why) {
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
    }
}
