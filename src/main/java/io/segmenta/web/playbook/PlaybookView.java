package io.segmenta.web.playbook;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.router.Route;
import io.segmenta.playbook.Playbook;
import io.segmenta.run.PlanService;
import io.segmenta.run.RunService;
import io.segmenta.segment.Segment;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.Comparator;
import java.util.List;

/** What to do with each segment, the most important first. */
@Route(value = Paths.PLAYBOOK, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class PlaybookView extends RunPage {
    private final transient PlanService plans;

    public PlaybookView(RunService runs, PlanService plans) {
        super(Destination.PLAYBOOK, runs);
        this.plans = plans;
    }

    @Override
    protected void show(FinishedRun run) {
        Playbook playbook = plans.playbook();
        add(new PageHeader(getTranslation("page.playbook"), getTranslation("playbook.lead"))
                .withActions(
                        Destination.BUDGET.link(run.id()).primaryButton(getTranslation("playbook.to-budget")),
                        Destination.EXPORT.link(run.id()).button(getTranslation("playbook.to-export"))));
        List<Segment> segments = run.result().segments().stream()
                .sorted(Comparator.comparing(
                        segment -> playbook.play(segment.persona()).priority()))
                .toList();
        segments.forEach(segment -> add(new PlayCard(segment, playbook.play(segment.persona()), run.formats())));
    }
}
