package io.segmenta.web.value;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.segmenta.run.ForecastDigest;
import io.segmenta.run.RunService;
import io.segmenta.run.SegmentForecast;
import io.segmenta.segment.Segment;
import io.segmenta.value.Backtest;
import io.segmenta.value.CustomerForecast;
import io.segmenta.value.Interval;
import io.segmenta.value.Outlook;
import io.segmenta.value.ValueReport;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.EmptyState;
import io.segmenta.web.component.FiguresTable;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.PersonaBadge;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.NumberStyle;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who is likely to be inactive in the next horizon, what is at stake, and what customers may bring, each with its held-out error. */
@Route(value = Paths.VALUE, layout = MainLayout.class)
public final class ValueView extends RunPage {
    private static final int STEPS = 10;

    public ValueView(RunService runs) {
        super(Destination.VALUE, runs);
    }

    @Override
    protected void show(FinishedRun run) {
        ValueReport report = run.result().insights().value();
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
            Div charts = new Div(risk(digest, outlook, days, formats), worth(digest, formats));
            charts.addClassName("columns");
            add(
                    tiles(outlook, test, days, formats),
                    charts,
                    segments(run, digest, days),
                    new BacktestCard(test, formats));
            Div below = new Div(silence(report, test, formats), overdue(digest, outlook, formats));
            below.addClassName("columns");
            add(below);
        }
        add(notes(report));
    }

    private Div tiles(Outlook outlook, Backtest test, String days, Formats formats) {
        Interval interval = outlook.lifetimeValue().interval();
        return StatTile.row(
                new StatTile(
                        getTranslation("value.inactive", days),
                        formats.percent(outlook.highRiskShare(), 0),
                        getTranslation(
                                "value.inactive.note",
                                formats.count(outlook.highRiskCustomers()),
                                formats.percent(Outlook.HIGH_RISK, 0))),
                new StatTile(
                        getTranslation("value.stake"),
                        formats.wholeMoney(outlook.moneyAtStake()),
                        getTranslation(
                                "value.stake.note", days, formats.wholeMoney(outlook.suggestedRetentionBudget()))),
                new StatTile(
                        getTranslation("value.worth"),
                        formats.wholeMoney(outlook.lifetimeValue().value()),
                        interval == null ? getTranslation("value.worth.open") : range(interval, formats)),
                new StatTile(
                        getTranslation("value.tested"),
                        formats.percent(test.winnersError().auc(), 0),
                        getTranslation("value.tested.note")));
    }

    private String range(Interval interval, Formats formats) {
        return getTranslation("value.range", formats.wholeMoney(interval.low()), formats.wholeMoney(interval.high()));
    }

    private ChartCard risk(ForecastDigest digest, Outlook outlook, String days, Formats formats) {
        List<String> steps = IntStream.range(0, STEPS)
                .mapToObj(i -> 100 * i / STEPS + "\u2013" + formats.percent((i + 1.0) / STEPS, 0))
                .toList();
        ChartSpec columns = ChartSpec.column(steps)
                .withTitles(getTranslation("value.risk.x", days), getTranslation("value.customers"))
                .withValues(
                        getTranslation("value.customers"),
                        digest.inactive().stream().map(Integer::doubleValue).toList(),
                        null);
        String sentence = getTranslation(
                "value.risk.sentence",
                formats.count(outlook.highRiskCustomers()),
                formats.percent(Outlook.HIGH_RISK, 0),
                days,
                formats.wholeMoney(outlook.moneyAtStake()));
        return new ChartCard(
                getTranslation("value.risk"), sentence, getTranslation("value.risk.x", days), columns, formats);
    }

    private ChartCard worth(ForecastDigest digest, Formats formats) {
        List<String> tenths = IntStream.rangeClosed(1, digest.lifetimeValues().size())
                .mapToObj(String::valueOf)
                .toList();
        ChartSpec columns = ChartSpec.column(tenths)
                .withTitles(getTranslation("value.tenth"), getTranslation("value.each"))
                .withNumbers(NumberStyle.MONEY)
                .withValues(getTranslation("value.each"), digest.lifetimeValues(), null);
        String sentence = getTranslation(
                "value.worth.sentence",
                formats.percent(digest.shareOfTopTenth(), 0),
                formats.wholeMoney(digest.lifetimeValues().getLast()),
                formats.wholeMoney(digest.lifetimeValues().getFirst()));
        return new ChartCard(
                getTranslation("value.worth.chart"), sentence, getTranslation("value.tenth"), columns, formats);
    }

    private Card segments(FinishedRun run, ForecastDigest digest, String days) {
        Formats formats = run.formats();
        FiguresTable table = new FiguresTable(getTranslation("value.segments"))
                .words(getTranslation("overview.segment"))
                .numbers(getTranslation("value.segments.inactive", days))
                .numbers(getTranslation("value.segments.spend", days))
                .numbers(getTranslation("value.worth"))
                .numbers(getTranslation("value.interval"))
                .stacked();
        for (Segment segment : run.result().segments()) {
            digest.segments().stream()
                    .filter(forecast -> forecast.cluster() == segment.cluster())
                    .forEach(forecast -> row(table, segment, forecast, formats));
        }
        return Card.of(getTranslation("value.segments"), getTranslation("value.segments.sentence"), table);
    }

    private void row(FiguresTable table, Segment segment, SegmentForecast forecast, Formats formats) {
        Interval interval = forecast.lifetimeValue().interval();
        table.row(
                new PersonaBadge(segment),
                formats.percent(forecast.inactive(), 0),
                formats.wholeMoney(forecast.spend()),
                formats.wholeMoney(forecast.lifetimeValue().value()),
                interval == null ? "\u2013" : range(interval, formats));
    }

    private Card silence(ValueReport report, Backtest test, Formats formats) {
        UnorderedList list = new UnorderedList();
        String days = String.valueOf(test.horizonDays());
        if (test.silent() > 0) {
            list.add(new ListItem(getTranslation(
                    "value.silence.back", formats.count(test.silent()), days, formats.percent(test.reactivated(), 0))));
        }
        list.add(new ListItem(getTranslation("value.silence.once", formats.count(report.oneTimeBuyers()))));
        if (test.oneTimeBuyers() > 0) {
            list.add(new ListItem(getTranslation(
                    "value.silence.returned",
                    formats.count(test.oneTimeBuyers()),
                    formats.percent(test.oneTimeBuyersReturned(), 0),
                    days)));
        }
        return new Card(getTranslation("value.silence"), list);
    }

    private Card overdue(ForecastDigest digest, Outlook outlook, Formats formats) {
        Card card = Card.of(
                getTranslation("value.overdue"),
                getTranslation("value.overdue.sentence", formats.count(outlook.overdueCustomers())));
        if (!digest.overdue().isEmpty()) {
            FiguresTable table = new FiguresTable(getTranslation("value.overdue"))
                    .words(getTranslation("value.customer"))
                    .numbers(getTranslation("value.silent"))
                    .numbers(getTranslation("value.worth"));
            for (CustomerForecast customer : digest.overdue()) {
                CustomerForecast.@Nullable Forecast forecast = customer.forecast();
                if (forecast != null) {
                    table.row(
                            customer.customerId(),
                            formats.percent(forecast.silence(), 1),
                            formats.wholeMoney(forecast.lifetimeValue()));
                }
            }
            card.add(table);
        }
        return card;
    }

    private Card notes(ValueReport report) {
        UnorderedList list = new UnorderedList();
        report.notes().forEach(note -> list.add(new ListItem(note)));
        return new Card(getTranslation("value.notes"), list);
    }
}
