package io.segmenta.web.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.pipeline.Continuity;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.rhythm.StateReport;
import io.segmenta.engine.segment.Segment;
import io.segmenta.service.dataset.DatasetService;
import io.segmenta.service.run.RunService;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.PageHeader;
import io.segmenta.web.component.PersonaColor;
import io.segmenta.web.component.QualityBadge;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.NumberStyle;
import io.segmenta.web.shell.AnotherDayDialog;
import io.segmenta.web.shell.Destination;
import io.segmenta.web.shell.FinishedRun;
import io.segmenta.web.shell.MainLayout;
import io.segmenta.web.shell.Paths;
import io.segmenta.web.shell.RunPage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The first page of a finished run: how much, who, how good, and what was left out. */
@Route(value = Paths.OVERVIEW, layout = MainLayout.class)
public final class OverviewView extends RunPage {

    private final transient RunService runs;
    private final transient DatasetService datasets;

    public OverviewView(RunService runs, DatasetService datasets) {
        super(Destination.OVERVIEW, runs);
        this.runs = runs;
        this.datasets = datasets;
    }

    @Override
    protected void show(FinishedRun run) {
        Formats formats = run.formats();
        RunResult result = run.result();
        LocalDate first = result.quality().firstDay();
        LocalDate last = result.quality().lastDay();
        String when = getTranslation(
                "overview.sentence",
                run.summary().datasetName(),
                first == null ? "–" : formats.date(first),
                last == null ? "–" : formats.date(last),
                formats.instant(run.summary().created()));
        PageHeader header = new PageHeader(run.summary().name(), when)
                .withActions(
                        new Button(
                                getTranslation("another.offer"),
                                click -> AnotherDayDialog.of(run.summary(), runs, datasets)
                                        .ifPresent(AnotherDayDialog::open)),
                        Destination.COMPARE
                                .link()
                                .with("after", String.valueOf(run.id()))
                                .button(getTranslation("compare.offer")),
                        Destination.SEGMENTS.link(run.id()).primaryButton(getTranslation("overview.segments")));
        Div charts = new Div(customers(run), revenue(run));
        charts.addClassName("columns");
        Div below = new Div(quality(result, formats), new CleaningCard(result, formats));
        below.addClassName("columns");
        add(header, tiles(result, formats), headlines(result, formats));
        Continuity continuity = result.insights().continuity();
        if (continuity != null) {
            add(new ChangesCard(run.id(), result, continuity, formats));
        }
        StateReport states = result.insights().states();
        if (states != null) {
            add(new StatesCard(states, formats));
        }
        add(charts, below);
    }

    private Div tiles(RunResult result, Formats formats) {
        Div tiles = figures(result, formats);
        ForecastReport value = result.insights().value();
        ForecastDigest digest = result.insights().forecasts();
        OverdueReport overdue = digest == null ? null : digest.overdueByState();
        if (value != null && overdue != null) {
            tiles.add(new StatTile(
                    getTranslation("overview.overdue"),
                    formats.percent(overdue.share(), 0),
                    getTranslation(
                            "overview.overdue.note",
                            overdue.customers(),
                            formats.wholeMoney(overdue.moneyAtStake()),
                            formats.count(overdue.customers()),
                            String.valueOf(value.horizonDays()))));
        }
        return tiles;
    }

    private Div figures(RunResult result, Formats formats) {
        double value = result.revenue() / result.customers();
        double orders = (double) result.orders() / result.customers();
        return StatTile.row(
                new StatTile(
                        getTranslation("overview.customers"),
                        formats.count(result.customers()),
                        getTranslation(
                                "overview.customers.note", result.segments().size())),
                new StatTile(
                        getTranslation("overview.revenue"),
                        formats.wholeMoney(result.revenue()),
                        getTranslation("overview.revenue.note", result.orders(), formats.count(result.orders()))),
                new StatTile(
                        getTranslation("overview.value"),
                        formats.wholeMoney(value),
                        getTranslation("overview.value.note")),
                new StatTile(
                        getTranslation("overview.orders"),
                        formats.decimal(orders, 1),
                        getTranslation(
                                "overview.orders.note", formats.wholeMoney(result.revenue() / result.orders()))));
    }

    private Card headlines(RunResult result, Formats formats) {
        UnorderedList list = new UnorderedList();
        list.addClassName("headlines");
        new Headlines(result.segments(), result.insights().states(), formats, this::getTranslation)
                .sentences()
                .forEach(sentence -> list.add(new ListItem(sentence)));
        return new Card(getTranslation("overview.headlines"), list);
    }

    private ChartCard customers(FinishedRun run) {
        List<Segment> segments = run.result().segments();
        Segment largest = segments.stream()
                .max(Comparator.comparingInt(Segment::customers))
                .orElseThrow();
        String sentence = getTranslation(
                "overview.donut.sentence", largest.name(), run.formats().percent(largest.share(), 0));
        ChartSpec donut = ChartSpec.donut(names(segments))
                .withColors(colors(segments))
                .withValues(
                        getTranslation("overview.customers"),
                        segments.stream()
                                .map(segment -> (double) segment.customers())
                                .toList(),
                        null);
        return new ChartCard(
                        getTranslation("overview.donut"),
                        sentence,
                        getTranslation("overview.segment"),
                        donut,
                        run.formats())
                .beside(legend(segments, run.formats()));
    }

    private ChartCard revenue(FinishedRun run) {
        List<Segment> segments = run.result().segments();
        Segment richest = segments.stream()
                .max(Comparator.comparingDouble(Segment::revenueShare))
                .orElseThrow();
        String sentence = getTranslation(
                "overview.bars.sentence",
                richest.name(),
                run.formats().percent(richest.revenueShare(), 0),
                run.formats().percent(richest.share(), 0));
        ChartSpec bars = ChartSpec.bar(names(segments))
                .withColors(colors(segments))
                .withNumbers(NumberStyle.PERCENT)
                .withValues(
                        getTranslation("overview.share"),
                        segments.stream().map(Segment::revenueShare).toList(),
                        null);
        return new ChartCard(
                getTranslation("overview.bars"), sentence, getTranslation("overview.segment"), bars, run.formats());
    }

    private static Component legend(List<Segment> segments, Formats formats) {
        UnorderedList legend = new UnorderedList();
        legend.addClassName("legend");
        for (Segment segment : segments) {
            Span swatch = new Span();
            swatch.addClassNames("swatch", PersonaColor.of(segment.persona()).className());
            Span count = new Span(formats.count(segment.customers()) + " · " + formats.percent(segment.share(), 0));
            count.addClassName("quiet");
            legend.add(new ListItem(swatch, new Span(segment.name()), count));
        }
        return legend;
    }

    private Card quality(RunResult result, Formats formats) {
        if (result.segments().stream().allMatch(segment -> segment.customers() == 1)) {
            return new Card(
                    getTranslation("overview.quality"), new Paragraph(getTranslation("overview.quality.single")));
        }
        Quality quality = Quality.ofSilhouette(result.metrics().silhouette());
        String key = "overview.quality." + quality.name().toLowerCase(Locale.ROOT);
        Paragraph number = new Paragraph(getTranslation(
                "overview.silhouette", formats.decimal(result.metrics().silhouette(), 2)));
        number.addClassName("quiet");
        return new Card(
                getTranslation("overview.quality"),
                new QualityBadge(quality),
                new Paragraph(getTranslation(key)),
                number);
    }

    private static List<String> names(List<Segment> segments) {
        return segments.stream().map(Segment::name).toList();
    }

    private static List<String> colors(List<Segment> segments) {
        return segments.stream()
                .map(segment -> PersonaColor.of(segment.persona()).css())
                .toList();
    }
}
