package io.segmenta.web.value;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Style;
import io.segmenta.engine.forecast.Outlook;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.component.chart.ChartCard;
import io.segmenta.web.component.chart.ChartSpec;
import io.segmenta.web.component.chart.NumberStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The forecasts of all customers together: four figures, and how they are spread. */
final class OutlookPart extends Div {
    private static final int STEPS = 10;

    private final transient Outlook outlook;
    private final transient ForecastDigest digest;
    private final transient Formats formats;
    private final String days;

    /** @param coverage of the interval of 52 weeks; null in runs of versions that did not test it, whose interval is not shown */
    OutlookPart(
            Outlook outlook,
            Backtest test,
            @Nullable RevenueCoverage coverage,
            ForecastDigest digest,
            Formats formats) {
        this.outlook = outlook;
        this.digest = digest;
        this.formats = formats;
        this.days = String.valueOf(test.horizonDays());
        // the page itself lays out the rows
        getStyle().setDisplay(Style.Display.CONTENTS);
        Div charts = new Div(risk(), worth());
        charts.addClassName("columns");
        add(tiles(test, coverage), charts);
    }

    private Div tiles(Backtest test, @Nullable RevenueCoverage coverage) {
        List<StatTile> tiles = new ArrayList<>();
        OverdueReport overdue = digest.overdueByState();
        if (overdue != null) {
            tiles.add(new StatTile(
                    getTranslation("value.overdue"),
                    formats.percent(overdue.share(), 0),
                    getTranslation("value.overdue.note", overdue.customers(), formats.count(overdue.customers()))));
            tiles.add(new StatTile(
                    getTranslation("value.stake"), formats.wholeMoney(overdue.moneyAtStake()), stake(overdue)));
        }
        tiles.addAll(List.of(
                new StatTile(
                        getTranslation("value.worth"),
                        formats.wholeMoney(outlook.lifetimeValue().value()),
                        worth(coverage)),
                new StatTile(
                        getTranslation("value.tested"),
                        formats.percent(test.winnersError().auc(), 0),
                        getTranslation("value.tested.note"))));
        return StatTile.row(tiles.toArray(StatTile[]::new));
    }

    private String stake(OverdueReport overdue) {
        Interval interval = overdue.interval();
        String note = getTranslation("value.stake.note", days, formats.wholeMoney(overdue.retentionBudget()));
        if (interval == null) {
            return note;
        }
        // Of a few who hardly buy nothing is known but that it may be nothing, and an upper end of any size.
        return note + " "
                + (interval.low() > 0
                        ? getTranslation(
                                "value.stake.range",
                                formats.wholeMoney(interval.low()),
                                formats.wholeMoney(interval.high()))
                        : getTranslation("value.stake.few"));
    }

    private String worth(@Nullable RevenueCoverage coverage) {
        Interval interval = outlook.lifetimeValue().interval();
        return interval == null || coverage == null
                ? getTranslation("value.worth.open")
                : getTranslation(
                        "value.worth.range",
                        formats.wholeMoney(interval.low()),
                        formats.wholeMoney(interval.high()),
                        coverage.wholes().size(),
                        RevenueCoverage.inside(coverage.wholes()));
    }

    private ChartCard risk() {
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
                formats.count(digest.inactive().subList(STEPS / 2, STEPS).stream()
                        .mapToInt(Integer::intValue)
                        .sum()),
                days);
        return new ChartCard(
                getTranslation("value.risk"), sentence, getTranslation("value.risk.x", days), columns, formats);
    }

    private ChartCard worth() {
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
}
