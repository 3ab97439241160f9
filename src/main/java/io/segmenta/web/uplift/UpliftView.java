package io.segmenta.web.uplift;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import io.segmenta.service.campaign.CampaignEffect;
import io.segmenta.service.campaign.CampaignPending;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.installation.Home;
import io.segmenta.service.installation.Settings;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;

/** What a campaign changed, by the purchases in this run's data. */
@Route(value = Paths.UPLIFT, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class UpliftView extends RunPage {
    private final transient RunService runs;
    private final transient CampaignService campaigns;
    private final transient Background background;
    private final transient Home home;
    private final transient Settings settings;

    public UpliftView(RunService runs, CampaignService campaigns, Background background, Home home, Settings settings) {
        super(Destination.UPLIFT, runs);
        this.runs = runs;
        this.campaigns = campaigns;
        this.background = background;
        this.home = home;
        this.settings = settings;
    }

    @Override
    protected void show(FinishedRun run) {
        Div outcome = new Div();
        AudienceUpload upload =
                new AudienceUpload(campaigns, background, home.temporary(), settings.uploadLimit(), run.formats());
        add(
                new PageHeader(getTranslation("page.uplift"), getTranslation("uplift.lead")),
                new MeasureCard(run, runs, campaigns, upload, background, measured -> {
                    outcome.removeAll();
                    switch (measured) {
                        case CampaignEffect effect -> outcome.add(new EffectCard(effect, run.formats()));
                        case CampaignPending pending -> outcome.add(new PendingCard(pending, run.formats()));
                        case null -> {}
                    }
                }),
                outcome);
    }
}
