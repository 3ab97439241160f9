package io.segmenta.web.value;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.Outlook;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is likely to be inactive in the next horizon, what is at stake, and what customers may bring, each with its held-out error. */
@Route(value = Paths.VALUE, layout = MainLayout.class)
public final class ValueView extends RunPage {
    public ValueView(RunService runs) {
        super(Destination.VALUE, runs);
    }

    @Override
    protected void show(FinishedRun run) {
        ForecastReport report = run.result().insights().value();
        ForecastDigest digest = run.result().insights().forecasts();
        if (report == null || digest == null) {
            EmptyState empty =
                    new EmptyState(Glyph.CLOCK, getTranslation("value.none"), getTranslation("value.none.sentence"));
            empty.offer(Destination.DATA.link().button(getTranslation("page.data")));
            add(new PageHeader(getTranslation("page.value"), ""), empty);
            return;
        }
        Formats formats = run.formats();
        String days = String.valueOf(report.horizonDays());
        add(new PageHeader(
                getTranslation("page.value"), getTranslation("value.sentence", days, formats.date(report.lastDay()))));
        Outlook outlook = report.outlook();
        Backtest test = report.backtest();
        if (outlook != null && test != null) {
            Div below = new Div(new RhythmCard(report, test, formats), notes(report));
            below.addClassName("columns");
            add(
                    new OutlookPart(outlook, test, report.yearCoverage(), digest, formats),
                    new SegmentForecastsCard(run, digest, report),
                    new BacktestCard(test, formats),
                    new CalibrationCard(test, formats),
                    below,
                    overdue(digest.overdueByState(), report.coverage() != null, run),
                    best(digest, test, report.coverage() != null, run));
            RevenueCoverage coverage = report.coverage();
            if (coverage != null) {
                addComponentAtIndex(indexOf(below), new CoverageCard(coverage, formats));
            }
        } else {
            add(notes(report));
        }
    }

    private CustomersCard overdue(@Nullable OverdueReport overdue, boolean tested, FinishedRun run) {
        return new CustomersCard(
                getTranslation("value.overdue"),
                overdue == null
                        ? getTranslation("value.overdue.none")
                        : getTranslation(
                                "value.overdue.sentence",
                                overdue.customers(),
                                run.formats().count(overdue.customers())),
                List.of(getTranslation("value.state"), getTranslation("value.next")),
                overdue == null
                        ? List.of()
                        : overdue.mostValuable().stream()
                                .map(line -> new CustomersCard.Row(
                                        line.customer(),
                                        List.of(
                                                line.standing().state().label(),
                                                next(line.standing().next(), run.formats()))))
                                .toList(),
                tested,
                run);
    }

    private String next(@Nullable NextPurchase next, Formats formats) {
        return next == null
                ? getTranslation("value.next.unknown")
                : getTranslation("value.range", formats.date(next.from()), formats.date(next.to()));
    }

    private CustomersCard best(ForecastDigest digest, Backtest test, boolean tested, FinishedRun run) {
        // those of runs that chose no order are by the 52 weeks too
        String sorted =
                switch (test.order() == null ? RevenueError.Model.CHOSEN_GAMMA_GAMMA : test.bestRanking()) {
                    case PAST_SPEND -> "value.best.past";
                    case SPEND_REGRESSION -> "value.best.regression";
                    default -> "value.best.sentence";
                };
        return new CustomersCard(
                getTranslation("value.best"),
                getTranslation(sorted),
                List.of(getTranslation("value.segments.inactive", String.valueOf(test.horizonDays()))),
                digest.mostValuable().stream()
                        .map(customer -> new CustomersCard.Row(customer, List.of(chance(customer, run.formats()))))
                        .toList(),
                tested,
                run);
    }

    private static String chance(CustomerForecast customer, Formats formats) {
        CustomerForecast.Forecast forecast = customer.forecast();
        return forecast == null ? "\u2013" : formats.percent(forecast.inactive(), 0);
    }

    private Card notes(ForecastReport report) {
        UnorderedList list = new UnorderedList();
        report.notes().forEach(note -> list.add(new ListItem(note)));
        return new Card(getTranslation("value.notes"), list);
    }
}
