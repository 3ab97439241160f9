package io.segmenta.web.uplift;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.segmenta.engine.base.Progress;
import io.segmenta.service.campaign.Audience;
import io.segmenta.service.campaign.CampaignPeriod;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.Measurement;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.form.CheckedNumber;
import io.segmenta.web.component.form.DayField;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which campaign to measure, and in which days. */
final class MeasureCard extends Section {
    private final transient FinishedRun run;
    private final transient CampaignService campaigns;
    private final AudienceUpload upload;
    private final transient Background background;
    private final transient Consumer<@Nullable Measurement> measured;
    private final transient List<SavedCampaign> known;
    private final CampaignChoice choice;
    private final DayField from;
    private final CheckedNumber days =
            new CheckedNumber("uplift.days", CampaignPeriod.USUAL_DAYS, CampaignPeriod::requireDays, () -> {});
    private final Button measure = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph problem = new Paragraph();

    /** @param measured gets what was found, or null when another question is asked */
    MeasureCard(
            FinishedRun run,
            RunService runs,
            CampaignService campaigns,
            AudienceUpload upload,
            Background background,
            Consumer<@Nullable Measurement> measured) {
        this.run = run;
        this.campaigns = campaigns;
        this.upload = upload;
        this.background = background;
        this.measured = measured;
        known = campaigns.all();
        choice = new CampaignChoice(known, runs, run.formats());
        from = new DayField("uplift.from", run.formats());
        addClassNames("card", "measure-card");
        H2 title = new H2(getTranslation("uplift.which"));
        Paragraph lead = new Paragraph(getTranslation("uplift.which.lead"));
        lead.addClassName("lead");
        Div period = new Div(from, days);
        period.addClassName("form-row");
        measure.setText(getTranslation("uplift.measure"));
        measure.addThemeVariants(ButtonVariant.PRIMARY);
        measure.addSingleClickListener(click -> measure());
        bar.setIndeterminate(true);
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", getTranslation("uplift.measuring"));
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        complain("");
        Div actions = new Div(measure);
        actions.addClassName("actions");
        add(title, lead, choice(), upload, period, actions, bar, problem);
        upload.onTaken(() -> {
            choice.clear();
            measured.accept(null);
        });
    }

    private Div choice() {
        if (known.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("uplift.none") + " ");
            none.add(Destination.EXPORT.link(run.id()).anchor(getTranslation("uplift.make")));
            return new Div(none);
        }
        choice.addValueChangeListener(change -> {
            SavedCampaign chosen = change.getValue();
            // what was fixed when the campaign was made stays: choosing the days afterwards finds what is not there
            from.setReadOnly(chosen != null);
            days.setReadOnly(chosen != null);
            if (chosen != null) {
                upload.forget();
                from.setValue(chosen.campaign().start());
                days.setValue(chosen.campaign().days());
                measured.accept(null);
            }
        });
        LocalDate last = run.result().quality().lastDay();
        known.stream()
                .filter(saved -> last != null && !saved.campaign().start().isAfter(last))
                .findFirst()
                .ifPresent(choice::setValue);
        return new Div(choice);
    }

    private void measure() {
        complain("");
        LocalDate first = from.getValue();
        Supplier<Audience> audience = audience();
        if (audience == null || first == null) {
            complain(getTranslation(audience == null ? "uplift.choose" : "uplift.choose.day"));
            return;
        }
        if (!days.accepted()) {
            return;
        }
        CampaignPeriod period = new CampaignPeriod(first, days.number());
        busy(true);
        background.run(
                UI.getCurrentOrThrow(),
                () -> campaigns.measure(run.id(), audience.get(), period, Progress.SILENT),
                found -> {
                    busy(false);
                    measured.accept(found);
                },
                why -> {
                    busy(false);
                    complain(why.getMessage());
                },
                getTranslation("uplift.failed"));
    }

    private @Nullable Supplier<Audience> audience() {
        Audience uploaded = upload.audience();
        if (uploaded != null) {
            return () -> uploaded;
        }
        SavedCampaign chosen = choice.getValue();
        return chosen == null ? null : () -> campaigns.audience(chosen.id());
    }

    private void busy(boolean working) {
        measure.setEnabled(!working);
        bar.setVisible(working);
        if (working) {
            measured.accept(null);
        }
    }

    /** Empty takes the last complaint back. */
    private void complain(String why) {
        problem.setText(why);
        problem.setVisible(!why.isEmpty());
    }
}
