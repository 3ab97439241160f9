package io.segmenta.web.component.chart;

import io.segmenta.web.component.Formats;

/** How the numbers of an axis or a series are written. */
public enum NumberStyle {
    COUNT,
    /** in the currency of the chart's {@link Formats} */
    MONEY,
    /** of shares 0–1 */
    PERCENT,
    /** two places */
    DECIMAL;

    /** As the browser writes it on the chart. */
    public String write(double value, Formats formats) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case COUNT -> formats.count(Math.round(value));
            case MONEY -> formats.money(value);
            case PERCENT -> formats.percent(value, 1);
            case DECIMAL -> formats.decimal(value, 2);
        };
    }
}
