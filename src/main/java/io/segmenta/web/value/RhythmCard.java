package io.segmenta.web.value;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.history.PurchaseGaps;
import io.segmenta.web.component.Formats;

/** What silence means in this shop: its rhythm, who came back, and who has bought only once. */
final class RhythmCard extends Section {

    RhythmCard(ForecastReport report, Backtest test, Formats formats) {
        addClassName("card");
        UnorderedList list = new UnorderedList();
        String days = String.valueOf(test.horizonDays());
        PurchaseGaps gaps = report.gaps();
        if (gaps.pairs() > 0) {
            list.add(new ListItem(
                    getTranslation("value.silence.gaps", whole(gaps.median()), whole(gaps.q80()), whole(gaps.q95()))));
            boolean fits = report.horizonDays() >= gaps.q80() && report.horizonDays() <= gaps.q95();
            list.add(new ListItem(
                    fits || gaps.suggestedHorizonDays() == report.horizonDays()
                            ? getTranslation("value.silence.fits", days)
                            : getTranslation(
                                    "value.silence.other", days, String.valueOf(gaps.suggestedHorizonDays()))));
        }
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
        add(new H2(getTranslation("value.silence")), list);
    }

    private static String whole(double days) {
        return String.valueOf(Math.round(days));
    }
}
