package io.segmenta.web.budget;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Background;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import org.jspecify.annotations.Nullable;

/** A month's budget over the segments, and what it may bring back. What is typed lives in the address. */
@Route(value = Paths.BUDGET, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class BudgetView extends RunPage implements AfterNavigationObserver {
    private final transient PlanService plans;
    private final transient CampaignService campaigns;
    private final transient Background background;
    private @Nullable BudgetForm form;

    public BudgetView(RunService runs, PlanService plans, CampaignService campaigns, Background background) {
        super(Destination.BUDGET, runs);
        this.plans = plans;
        this.campaigns = campaigns;
        this.background = background;
    }

    @Override
    protected void show(FinishedRun run) {
        String path = Destination.BUDGET.link(run.id()).path();
        BudgetForm shown = new BudgetForm(run, plans, campaigns, background, choice -> keep(path, choice));
        add(
                new PageHeader(getTranslation("page.budget"), getTranslation("budget.lead"))
                        .withActions(
                                Destination.PLAYBOOK.link(run.id()).button(getTranslation("budget.to-playbook")),
                                Destination.HELP.link().button(getTranslation("budget.to-help"))),
                shown);
        form = shown;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        BudgetForm shown = form;
        if (shown != null) {
            shown.fill(event.getLocation().getQueryParameters());
        }
    }

    private static void keep(String path, BudgetChoice choice) {
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location(path, QueryParameters.simple(choice.parameters())));
    }
}
