package io.segmenta.web.component.chart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart shows. Immutable: each method gives a new one.
 *
 * @param categories the names of slices or of the bars' places; empty for lines and points, which have an x each
 * @param colors one per category where the chart has one series (donut, bars), as CSS; else empty
 * @param xTitle empty for none; so is yTitle
 * @param numbers how values are written
 * @param xNumbers how x is written, for lines and points
 * @param marks vertical lines at an x, with a text
 * @param dots single points that stand out
 * @param height in CSS pixels
 */
public record ChartSpec(
        Kind kind,
        List<String> categories,
        List<String> colors,
        List<Series> series,
        String xTitle,
        String yTitle,
        NumberStyle numbers,
        NumberStyle xNumbers,
        List<Mark> marks,
        List<Dot> dots,
        boolean legend,
        @Nullable Double max,
        int height) {

    /** The kinds of charts. */
    public enum Kind {
        DONUT,
        /** lying bars: long names fit */
        BAR,
        COLUMN,
        LINE
    }

    /**
     * @param points (x, y); x is the position 0, 1, … where the chart has categories; NaN is a gap
     * @param color as CSS, or null for the next of the chart's own
     */
    public record Series(
            String name, List<Point> points, @Nullable String color) {

        public Series {
            points = List.copyOf(points);
        }
    }

    /** A pair of numbers. */
    public record Point(double x, double y) {}

    /** A vertical line that stands for something. */
    public record Mark(double x, String text) {}

    /** A point that stands for something, in a colour as CSS. */
    public record Dot(double x, double y, String color) {}

    public ChartSpec {
        categories = List.copyOf(categories);
        colors = List.copyOf(colors);
        series = List.copyOf(series);
        marks = List.copyOf(marks);
        dots = List.copyOf(dots);
        if (!colors.isEmpty() && colors.size() != categories.size()) {
            throw new IllegalArgumentException(
                    colors.size() + " colours for " + categories.size() + " categories: give one each, or none.");
        }
        for (Series each : series) {
            if (!categories.isEmpty() && each.points().size() != categories.size()) {
                throw new IllegalArgumentException("The series \"" + each.name() + "\" has "
                        + each.points().size() + " values for " + categories.size() + " categories.");
            }
        }
    }

    /** @param categories the slices, clockwise from the top */
    public static ChartSpec donut(List<String> categories) {
        return of(Kind.DONUT, categories, 240);
    }

    public static ChartSpec bar(List<String> categories) {
        return of(Kind.BAR, categories, 72 + 44 * categories.size());
    }

    public static ChartSpec column(List<String> categories) {
        return of(Kind.COLUMN, categories, 320);
    }

    public static ChartSpec line() {
        return of(Kind.LINE, List.of(), 320);
    }

    /** A series with one value per category. */
    public ChartSpec withValues(String name, List<Double> values, @Nullable String color) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            points.add(new Point(i, values.get(i)));
        }
        return withPoints(name, points, color);
    }

    public ChartSpec withPoints(String name, List<Point> points, @Nullable String color) {
        List<Series> more = new ArrayList<>(series);
        more.add(new Series(name, points, color));
        return new ChartSpec(
                kind, categories, colors, more, xTitle, yTitle, numbers, xNumbers, marks, dots, legend, max, height);
    }

    /** @param css one colour per category */
    public ChartSpec withColors(List<String> css) {
        return new ChartSpec(
                kind, categories, css, series, xTitle, yTitle, numbers, xNumbers, marks, dots, legend, max, height);
    }

    public ChartSpec withTitles(String x, String y) {
        return new ChartSpec(
                kind, categories, colors, series, x, y, numbers, xNumbers, marks, dots, legend, max, height);
    }

    public ChartSpec withNumbers(NumberStyle style) {
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, style, xNumbers, marks, dots, legend, max, height);
    }

    public ChartSpec withXNumbers(NumberStyle style) {
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, style, marks, dots, legend, max, height);
    }

    public ChartSpec withMark(double x, String text) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(new Mark(x, text));
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, xNumbers, more, dots, legend, max, height);
    }

    public ChartSpec withDot(double x, double y, String color) {
        List<Dot> more = new ArrayList<>(dots);
        more.add(new Dot(x, y, color));
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, xNumbers, marks, more, legend, max, height);
    }

    public ChartSpec withLegend() {
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, xNumbers, marks, dots, true, max, height);
    }

    /** The end of the value axis. */
    public ChartSpec withMax(double end) {
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, xNumbers, marks, dots, legend, end, height);
    }

    /** @param pixels of CSS */
    public ChartSpec withHeight(int pixels) {
        return new ChartSpec(
                kind, categories, colors, series, xTitle, yTitle, numbers, xNumbers, marks, dots, legend, max, pixels);
    }

    private static ChartSpec of(Kind kind, List<String> categories, int height) {
        return new ChartSpec(
                kind,
                categories,
                List.of(),
                List.of(),
                "",
                "",
                NumberStyle.COUNT,
                NumberStyle.COUNT,
                List.of(),
                List.of(),
                false,
                null,
                height);
    }
}
