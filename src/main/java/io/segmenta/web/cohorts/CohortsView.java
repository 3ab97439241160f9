package io.segmenta.web.cohorts;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.cohort.CohortGroup;
import io.segmenta.engine.cohort.CohortReport;
import io.segmenta.engine.cohort.CohortTable;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.form.OneOf;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;

/** Customers by the month of their first purchase, and what became of them month by month. */
@Route(value = Paths.COHORTS, layout = MainLayout.class)
@CssImport("./styles/plan.css")
public final class CohortsView extends RunPage {

    public CohortsView(RunService runs) {
        super(Destination.COHORTS, runs);
    }

    @Override
    protected void show(FinishedRun run) {
        add(new PageHeader(getTranslation("page.cohorts"), getTranslation("cohorts.lead"))
                .withActions(Destination.EXPORT.link(run.id()).button(getTranslation("cohorts.export"))));
        CohortReport report = run.result().insights().cohorts();
        if (report == null) {
            add(new EmptyState(Glyph.TABLE, getTranslation("cohorts.none"), getTranslation("cohorts.earlier")));
            return;
        }
        CohortsPart part = new CohortsPart(report, run.formats());
        Select<CohortTable> customers = new Select<>();
        customers.setLabel(getTranslation("cohorts.customers"));
        customers.setHelperText(getTranslation("cohorts.customers.help"));
        customers.setItems(report.tables());
        customers.setItemLabelGenerator(table -> name(table, run.formats()));
        customers.setValue(report.tables().getFirst());
        customers.addValueChangeListener(change -> part.show(change.getValue()));
        OneOf<Measure> measure = new OneOf<>("cohorts.measure", Measure.values(), Measure.REPURCHASE, () -> {});
        measure.addValueChangeListener(change -> part.show(change.getValue()));
        Div choices = new Div(customers, measure);
        choices.addClassName("cohort-choices");
        add(choices, part, notes(report, run.formats()));
    }

    private String name(CohortTable table, Formats formats) {
        String name = table.name().isEmpty() && table.group() != CohortGroup.ALL
                ? getTranslation("cohorts.others")
                : table.name();
        return getTranslation("cohorts.group." + table.group(), name, formats.count(table.customers()));
    }

    private Div notes(CohortReport report, Formats formats) {
        Div notes = new Div(
                new Paragraph(getTranslation("cohorts.note")),
                new Paragraph(getTranslation("cohorts.begin", formats.date(report.begin()))));
        if (report.lastMonthIncomplete()) {
            notes.addComponentAsFirst(new Paragraph(getTranslation("cohorts.unfinished", formats.date(report.end()))));
        }
        if (report.earlier() > 0) {
            notes.add(new Paragraph(getTranslation("cohorts.left", formats.count(report.earlier()))));
        }
        notes.addClassName("quiet");
        return notes;
    }
}
