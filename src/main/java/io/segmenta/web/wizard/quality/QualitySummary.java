package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;
import io.segmenta.web.component.Glyph;
import io.segmenta.web.component.StatTile;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What the rules leave, in figures, as a bar, and what to look at before it is trusted. */
final class QualitySummary extends Div {
    private final transient Formats formats;
    private final StatTile customers = new StatTile(getTranslation("quality.tile.customers"), "", "");
    private final StatTile orders = new StatTile(getTranslation("quality.tile.orders"), "", "");
    private final StatTile revenue = new StatTile(getTranslation("quality.tile.revenue"), "", "");
    private final StatTile period = new StatTile(getTranslation("quality.tile.period"), "", "");
    private final Paragraph headline = new Paragraph();
    private final KeptBar bar;
    private final UnorderedList warnings = new UnorderedList();
    private final Div caution = new Div(Glyph.ALERT.svg(), warnings);

    QualitySummary(Formats formats) {
        this.formats = formats;
        this.bar = new KeptBar(formats);
        addClassName("quality-report");
        headline.addClassName("lead");
        caution.addClassName("caveats");
        add(
                StatTile.row(customers, orders, revenue, period),
                new Card(getTranslation("quality.what"), headline, bar, caution));
    }

    void show(QualityReport found) {
        customers.show(formats.count(found.customers()), "");
        orders.show(formats.count(found.orders()), "");
        revenue.show(formats.money(found.revenue()), "");
        showPeriod(found.firstDay(), found.lastDay());
        headline.setText(getTranslation(
                headline(found),
                formats.count(found.rowsKept()),
                formats.count(found.rowsRead()),
                formats.percent(found.rowsRead() == 0 ? 0 : (double) found.rowsKept() / found.rowsRead(), 1)));
        bar.show(found);
        warnings.removeAll();
        found.warnings().forEach(sentence -> warnings.add(new ListItem(sentence)));
        caution.setVisible(!found.warnings().isEmpty());
    }

    private static String headline(QualityReport found) {
        if (found.rowsKept() == 0) {
            return "quality.headline.none";
        }
        return found.rowsKept() == found.rowsRead() ? "quality.headline.all" : "quality.headline";
    }

    private void showPeriod(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null) {
            period.show("–", "");
            return;
        }
        period.show(
                getTranslation("quality.days", first.until(last, ChronoUnit.DAYS) + 1),
                getTranslation("quality.period", formats.date(first), formats.date(last)));
    }
}
