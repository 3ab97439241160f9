package io.segmenta.web.component;

import com.vaadin.flow.component.Svg;

/** The product's icons: 24 × 24, drawn with lines in the colour of the text. Decoration only; a text always stands beside them. */
public enum Glyph {
    HISTORY("<path d='M4 6h16M4 12h16M4 18h10'/>"),
    PLUS("<path d='M12 5v14M5 12h14'/>"),
    TABLE("<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><path d='M3.5 10h17M10 10v9.5'/>"),
    DATABASE("<ellipse cx='12' cy='5.5' rx='7.5' ry='2.5'/><path d='M4.5 5.5v13c0 1.4 3.4 2.5 7.5 2.5s7.5-1.1"
            + " 7.5-2.5v-13M4.5 12c0 1.4 3.4 2.5 7.5 2.5s7.5-1.1 7.5-2.5'/>"),
    CHECK("<path d='M5 12.5l4.5 4.5L19 7.5'/>"),
    SLIDERS("<path d='M4 8h9M19 8h1M4 16h1M11 16h9'/><circle cx='16' cy='8' r='2.5'/><circle cx='8' cy='16' r='2.5'/>"),
    CLOCK("<circle cx='12' cy='12' r='8.5'/><path d='M12 7.5V12l3 2'/>"),
    CHART("<path d='M4 20h16M7 16v-5M12 16V5M17 16V9'/>"),
    PEOPLE("<circle cx='9' cy='8.5' r='3.5'/><path d='M2.5 19.5c.6-3.5 3.2-5 6.5-5s5.9 1.5 6.5 5M15.5 5.3a3.3 3.3 0 0 1"
            + " 0 6.4M17.5 14.8c2.2.5 3.6 2 4 4.7'/>"),
    FLOW("<path d='M4 6c8 0 8 12 16 12M4 18c3.5 0 5.3-2 6.9-4.4M13.4 10C15 7.8 16.6 6 20 6'/>"),
    CUBE("<path d='M12 3l8 4.5v9L12 21l-8-4.5v-9L12 3zM4 7.5l8 4.5 8-4.5M12 12v9'/>"),
    BOOK("<path d='M12 6.5C10 5 7 4.5 3.5 4.8v13.4c3.5-.3 6.5.3 8.5 1.8 2-1.5 5-2.1 8.5-1.8V4.8C17 4.5 14 5 12"
            + " 6.5zM12 6.5V20'/>"),
    COINS("<ellipse cx='12' cy='6.5' rx='7.5' ry='3'/><path d='M4.5 6.5v5.5c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V6.5M4.5"
            + " 12v5.5c0 1.7 3.4 3 7.5 3s7.5-1.3 7.5-3V12'/>"),
    DOWNLOAD("<path d='M12 4v11M7.5 11L12 15.5 16.5 11M5 20h14'/>"),
    UPLOAD("<path d='M12 16V5M7.5 9L12 4.5 16.5 9M5 20h14'/>"),
    ALERT("<path d='M12 4L2.8 19.5h18.4L12 4zM12 10v4.5M12 17v.2'/>"),
    INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.6v.2'/>"),
    MOON("<path d='M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z'/>"),
    SUN("<circle cx='12' cy='12' r='4'/><path d='M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3"
            + " 18.7L7 17M17 7l1.7-1.7'/>"),
    SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='M16 16l4.5 4.5'/>"),
    COLUMNS("<rect x='3.5' y='4.5' width='17' height='15' rx='2'/><path d='M9.2 4.5v15M14.8 4.5v15'/>"),
    REPEAT("<path d='M4 11a8 8 0 0 1 14-4.5L20 8.5M20 4v4.5h-4.5M20 13a8 8 0 0 1-14 4.5L4 15.5M4 20v-4.5h4.5'/>"),
    TRASH("<path d='M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10.2 11v5.5M13.8 11v5.5'/>"),
    SPARK("<path d='M12 3.5l2.2 6.3 6.3 2.2-6.3 2.2L12 20.5l-2.2-6.3L3.5 12l6.3-2.2L12 3.5z'/>");

    private final String lines;

    Glyph(String lines) {
        this.lines = lines;
    }

    /** A new drawing of it, hidden from screen readers. */
    public Svg svg() {
        Svg svg =
                new Svg("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' width='24' height='24' fill='none'"
                        + " stroke='currentColor' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>"
                        + lines
                        + "</svg>");
        svg.getElement().getClassList().add("glyph");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }
}
