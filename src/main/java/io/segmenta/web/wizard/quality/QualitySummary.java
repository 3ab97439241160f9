package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.segmenta.engine.clean.QualityReport;
import io.segmenta.web.component.Card;
import io.segmenta.web.component.Formats;

/** What becomes of the rows, in a sentence and as a bar. */
final class QualitySummary extends Div {
    private final transient Formats formats;
    private final Paragraph headline = new Paragraph();
    private final KeptBar bar;

    QualitySummary(Formats formats) {
        this.formats = formats;
        this.bar = new KeptBar(formats);
        headline.addClassName("lead");
        add(new Card(getTranslation("quality.what"), headline, bar));
    }

    void show(QualityReport found) {
        headline.setText(getTranslation(
                headline(found),
                formats.count(found.rowsKept()),
                formats.count(found.rowsRead()),
                formats.percent(found.rowsRead() == 0 ? 0 : (double) found.rowsKept() / found.rowsRead(), 1)));
        bar.show(found);
    }

    private static String headline(QualityReport found) {
        if (found.rowsKept() == 0) {
            return "quality.headline.none";
        }
        return found.rowsKept() == found.rowsRead() ? "quality.headline.all" : "quality.headline";
    }
}
