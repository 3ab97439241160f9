package io.segmenta.web.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.budget.Uplift;
import io.segmenta.engine.experiment.MeasuredUplift;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignPending;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.Measurement;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.FinishedRun;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Campaigns that are over in these data: what one of them changed takes the place of what is assumed. */
final class MeasuredCard extends Section {
    /** What is done with an uplift that was measured. */
    interface Taker {
        /** @param shown whether the campaign showed an effect at all */
        void take(List<Segment> segments, long campaign, boolean shown, Uplift uplift);
    }

    private final transient FinishedRun run;
    private final transient CampaignService campaigns;
    private final transient Background background;
    private final transient Taker taker;

    MeasuredCard(
            FinishedRun run,
            List<SavedCampaign> finished,
            CampaignService campaigns,
            Background background,
            Taker taker) {
        this.run = run;
        this.campaigns = campaigns;
        this.background = background;
        this.taker = taker;
        addClassNames("card", "measured-card");
        Paragraph lead = new Paragraph(getTranslation("measured.lead"));
        lead.addClassName("lead");
        add(new H2(getTranslation("measured.title")), lead);
        finished.forEach(saved -> add(line(saved)));
        setVisible(!finished.isEmpty());
    }

    private Div line(SavedCampaign saved) {
        Paragraph words = new Paragraph(getTranslation(
                "measured.campaign",
                saved.campaign().name(),
                run.formats().longDate(saved.campaign().start()),
                saved.campaign().days()));
        words.getElement().setAttribute("role", "status");
        Div actions = new Div();
        actions.addClassName("actions");
        Button use = new Button(getTranslation("measured.use"));
        use.setAriaLabel(getTranslation("measured.use.of", saved.campaign().name()));
        use.addSingleClickListener(click -> {
            words.setText(getTranslation("uplift.measuring") + "\u2026");
            background.run(
                    UI.getCurrentOrThrow(),
                    () -> campaigns.measure(
                            run.id(),
                            campaigns.audience(saved.id()),
                            saved.campaign().period(),
                            Progress.SILENT),
                    found -> measured(saved, found, words, actions),
                    problem -> words.setText(problem.getMessage()),
                    getTranslation("uplift.failed"));
        });
        actions.add(use);
        return new Div(words, actions);
    }

    private void measured(SavedCampaign saved, Measurement found, Paragraph words, Div actions) {
        actions.removeAll();
        switch (found) {
            case CampaignPending pending -> words.setText(getTranslation("measured.pending"));
            case CampaignEffect effect -> {
                MeasuredUplift all = effect.report().overall();
                words.setText(all.words(run.formats()::money));
                List<Segment> segments = covered(effect);
                Optional<Uplift> uplift = effect.uplift("");
                if (segments.isEmpty()) {
                    words.setText(words.getText() + " " + getTranslation("measured.other-segments"));
                } else if (uplift.isPresent() && all.shown()) {
                    take(saved, segments, true, uplift.get(), words);
                } else if (uplift.isPresent()) {
                    actions.add(new Button(getTranslation("measured.use.unshown"), click -> {
                        actions.removeAll();
                        take(saved, segments, false, uplift.get(), words);
                    }));
                }
            }
        }
    }

    private void take(SavedCampaign saved, List<Segment> segments, boolean shown, Uplift uplift, Paragraph words) {
        taker.take(segments, saved.id(), shown, uplift);
        words.setText(words.getText() + " "
                + getTranslation(
                        "measured.taken", segments.stream().map(Segment::name).collect(Collectors.joining(", "))));
    }

    /** The run's segments of the names of those that the campaign was for. */
    private List<Segment> covered(CampaignEffect effect) {
        Set<String> names =
                effect.report().segments().stream().map(MeasuredUplift::name).collect(Collectors.toSet());
        return run.result().segments().stream()
                .filter(segment -> names.contains(segment.name()))
                .toList();
    }
}
