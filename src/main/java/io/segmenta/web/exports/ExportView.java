package io.segmenta.web.exports;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.cohort.Cohort;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.service.campaign.CampaignService;
import io.segmenta.service.export.ExportService;
import io.segmenta.service.export.ExportService.ExportFile;
import io.segmenta.service.plan.PlanService;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The run's results as files for other tools. */
@Route(value = Paths.EXPORT, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class ExportView extends RunPage {
    private final transient ExportService exports;
    private final transient PlanService plans;
    private final transient CampaignService campaigns;

    public ExportView(RunService runs, ExportService exports, PlanService plans, CampaignService campaigns) {
        super(Destination.EXPORT, runs);
        this.campaigns = campaigns;
        this.exports = exports;
        this.plans = plans;
    }

    @Override
    protected void show(FinishedRun run) {
        add(new PageHeader(getTranslation("page.export"), getTranslation("export.lead")));
        Div cards = new Div();
        cards.addClassName("exports");
        long actions = run.result().segments().stream()
                .mapToLong(segment ->
                        plans.playbook().play(segment.persona()).actions().size())
                .sum();
        Map<ExportFile, Long> rows = Map.of(
                ExportFile.CUSTOMERS_CSV,
                (long) run.result().customers(),
                ExportFile.SEGMENTS_CSV,
                (long) run.result().segments().size(),
                ExportFile.ACTION_PLAN_CSV,
                actions,
                ExportFile.COHORTS_CSV,
                cohortLines(run.result().insights().cohorts()));
        for (ExportFile file : ExportFile.values()) {
            cards.add(card(run, file, rows.getOrDefault(file, 0L)));
        }
        add(cards, new CampaignsCard(run, campaigns));
    }

    private static long cohortLines(@Nullable CohortReport report) {
        return report == null
                ? 0
                : report.tables().stream()
                        .flatMap(table -> table.cohorts().stream())
                        .mapToLong(Cohort::months)
                        .sum();
    }

    private Card card(FinishedRun run, ExportFile file, long rows) {
        String key = "export." + file.fileName();
        Span count = new Span(getTranslation("export.rows", run.formats().count(rows)));
        count.addClassName("export-rows");
        Paragraph columns = new Paragraph(new Code(getTranslation(key + ".columns")));
        columns.addClassName("quiet");
        Anchor download = new Anchor(handler(run, file), getTranslation("export.download", file.fileName()));
        download.addClassNames("button-link", "primary");
        download.addComponentAsFirst(Glyph.DOWNLOAD.svg());
        return Card.of(getTranslation(key), getTranslation(key + ".lead"), count, columns, download);
    }

    private DownloadHandler handler(FinishedRun run, ExportFile file) {
        RunId id = run.id();
        String name = FileName.of(run.summary().name(), file.fileName());
        return event -> {
            event.setFileName(name);
            event.setContentType(file.mediaType());
            exports.write(id, file, event.getOutputStream());
        };
    }
}
