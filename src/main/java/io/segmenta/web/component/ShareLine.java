package io.segmenta.web.component;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Some words, a percentage at the end of their line, and the same as a bar below. */
public final class ShareLine extends Div {

    /** @param share 0–1 */
    public ShareLine(String words, double share, Formats formats) {
        Span percent = new Span(formats.percent(share, 0));
        percent.addClassName("share-percent");
        Div line = new Div(new Span(words), percent);
        line.addClassName("share-line");
        Div bar = new Div();
        bar.addClassName("share-bar");
        bar.getStyle().set("--share", String.format(Locale.ROOT, "%.1f%%", 100 * share));
        add(line, bar);
    }
}
