package io.segmenta.web.exports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.campaign.Campaign;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.campaign.SavedCampaign;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import java.util.List;
import java.util.stream.Collectors;

/** Audiences with a control group: makes them, and keeps those of this run to be downloaded and measured. */
final class CampaignsCard extends Section {
    private final transient FinishedRun run;
    private final transient CampaignService campaigns;
    private final Div kept = new Div();

    CampaignsCard(FinishedRun run, CampaignService campaigns) {
        this.run = run;
        this.campaigns = campaigns;
        addClassNames("card", "campaigns-card");
        Paragraph lead = new Paragraph(getTranslation("campaign.lead"));
        lead.addClassName("lead");
        Paragraph then = new Paragraph(getTranslation("campaign.then") + " ");
        then.add(Destination.UPLIFT.link(run.id()).anchor(getTranslation("page.uplift")));
        add(new H2(getTranslation("campaign.title")), lead, new CampaignForm(run, this::make), kept, then);
        list();
    }

    private void make(Campaign campaign) {
        campaigns.add(run.id(), campaign, UserName.LOCAL);
        list();
    }

    private void list() {
        kept.removeAll();
        List<SavedCampaign> own = campaigns.all().stream()
                .filter(saved -> saved.run().equals(run.id()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        FiguresTable table = new FiguresTable(getTranslation("campaign.kept"))
                .words(getTranslation("campaign.name"))
                .words(getTranslation("campaign.start"))
                .numbers(getTranslation("campaign.days"))
                .words(getTranslation("campaign.for"))
                .numbers(getTranslation("value.customers"))
                .numbers(getTranslation("campaign.left"))
                .words(getTranslation("campaign.file"))
                .words(getTranslation("runs.delete"))
                .stacked();
        for (SavedCampaign saved : own) {
            table.row(
                    new Span(saved.campaign().name()),
                    new Span(run.formats().date(saved.campaign().start())),
                    new Span(run.formats().count(saved.campaign().days())),
                    new Span(audience(saved.campaign())),
                    new Span(run.formats().count(saved.customers())),
                    new Span(run.formats().count(saved.control())),
                    download(saved),
                    delete(saved));
        }
        kept.add(table);
    }

    private String audience(Campaign campaign) {
        String segments = campaign.clusters().isEmpty()
                ? getTranslation("campaign.everybody")
                : run.result().segments().stream()
                        .filter(segment -> campaign.clusters().contains(segment.cluster()))
                        .map(Segment::name)
                        .collect(Collectors.joining(", "));
        return campaign.leastRisk() == null
                ? segments
                : getTranslation("campaign.risky", segments, String.valueOf(campaign.leastRisk()));
    }

    private Component download(SavedCampaign saved) {
        String name = FileName.of(saved.campaign().name(), "audience.csv");
        DownloadHandler handler = event -> {
            event.setFileName(name);
            event.setContentType("text/csv");
            campaigns.audience(saved.id()).write(event.getOutputStream());
        };
        Anchor anchor = new Anchor(handler, getTranslation("export.download", name));
        anchor.addClassName("button-link");
        anchor.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        return anchor;
    }

    private Component delete(SavedCampaign saved) {
        Button button = new Button(getTranslation("runs.delete"), click -> {
            campaigns.delete(saved.id());
            list();
        });
        button.setAriaLabel(
                getTranslation("campaign.delete.of", saved.campaign().name()));
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }
}
