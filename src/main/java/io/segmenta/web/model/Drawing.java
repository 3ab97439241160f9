package io.segmenta.web.model;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import java.util.Locale;

/** Lines, points and ellipses with words, where no kind of chart serves. Scrolls sideways on a phone, so that its words stay readable. */
final class Drawing {
    static final int WIDTH = 720;

    private final int height;
    private final StringBuilder content = new StringBuilder();

    /** @param height where the width is {@link #WIDTH} */
    Drawing(int height) {
        this.height = height;
    }

    Drawing line(double x1, double y1, double x2, double y2, String color) {
        return add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' style='stroke:%s' stroke-width='1.5'/>",
                x1, y1, x2, y2, color);
    }

    Drawing dashed(double x1, double y1, double x2, double y2) {
        return add(
                "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' style='stroke:var(--ink-quiet)' stroke-dasharray='5 4'/>",
                x1, y1, x2, y2);
    }

    Drawing point(double x, double y, String color) {
        return add("<circle cx='%.1f' cy='%.1f' r='3' style='fill:%s' fill-opacity='0.65'/>", x, y, color);
    }

    /** @param degrees by which it is turned clockwise */
    Drawing ellipse(double x, double y, double major, double minor, double degrees, String color) {
        return add(
                "<ellipse rx='%.1f' ry='%.1f' transform='translate(%.1f %.1f) rotate(%.1f)' style='stroke:%s'"
                        + " stroke-width='2' fill='none'/>",
                major, minor, x, y, degrees, color);
    }

    /** @param anchor start, middle or end */
    Drawing text(double x, double y, String anchor, String words) {
        return add(
                "<text x='%.1f' y='%.1f' text-anchor='%s' font-size='13' style='fill:var(--ink-quiet)'>%s</text>",
                x, y, anchor, words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private Drawing add(String template, Object... values) {
        content.append(String.format(Locale.ROOT, template, values));
        return this;
    }

    /** @param sentence what it shows, for those who do not see it */
    Div show(String sentence) {
        Svg svg = new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + WIDTH + " " + height
                + "' style='display:block;width:100%;min-width:560px' aria-hidden='true'>" + content + "</svg>");
        Div picture = new Div(svg);
        picture.addClassNames("table-scroll", "drawing");
        picture.getElement().setAttribute("role", "img");
        picture.getElement().setAttribute("aria-label", sentence);
        // What scrolls must be reachable by keyboard.
        picture.getElement().setAttribute("tabindex", "0");
        return picture;
    }
}
