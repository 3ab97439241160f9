package io.segmenta.web.person;

import com.vaadin.flow.component.html.Div;
import io.segmenta.engine.forecast.CustomerForecast;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.rhythm.NextPurchase;
import io.segmenta.engine.rhythm.Standing;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.StatTile;
import io.segmenta.web.shell.FinishedRun;

/** What a run says of a customer in figures: what they spent, when they buy next, what they may bring. */
final class PersonTiles extends Div {
    private final transient Formats formats;

    PersonTiles(FinishedRun run, Assignment customer) {
        formats = run.formats();
        addClassName("stats");
        add(
                new StatTile(
                        getTranslation("explorer.monetary"),
                        formats.money(customer.monetary()),
                        getTranslation("person.spent", customer.frequency(), formats.count(customer.frequency()))),
                new StatTile(getTranslation("explorer.recency"), formats.count(customer.recencyDays()), ""));
        Standing standing = customer.standing();
        if (standing != null) {
            add(next(standing));
        }
        ForecastReport report = run.result().insights().value();
        CustomerForecast known = customer.forecast();
        CustomerForecast.Forecast forecast = known == null ? null : known.forecast();
        if (report != null && forecast != null) {
            forecast(report, forecast);
        }
    }

    private StatTile next(Standing standing) {
        NextPurchase next = standing.next();
        return next == null
                ? new StatTile(getTranslation("value.next"), "\u2013", getTranslation("value.next.unknown"))
                : new StatTile(
                        getTranslation("value.next"),
                        formats.date(next.likely()),
                        getTranslation("person.next", formats.date(next.from()), formats.date(next.to())));
    }

    private void forecast(ForecastReport report, CustomerForecast.Forecast forecast) {
        Interval interval = report.coverage() == null ? null : forecast.interval();
        add(
                new StatTile(
                        getTranslation("value.segments.inactive", String.valueOf(report.horizonDays())),
                        formats.percent(forecast.inactive(), 0),
                        ""),
                new StatTile(
                        getTranslation("value.worth"),
                        formats.wholeMoney(forecast.lifetimeValue()),
                        interval == null
                                ? ""
                                : getTranslation(
                                        "person.worth",
                                        formats.wholeMoney(interval.low()),
                                        formats.wholeMoney(interval.high()))));
    }
}
