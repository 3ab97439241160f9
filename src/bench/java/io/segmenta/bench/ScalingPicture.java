package io.segmenta.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the time grows with the customers, as an SVG with two logarithmic axes. */
final class ScalingPicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 440;
    private static final int LEFT = 70;
    private static final int RIGHT = 150;
    private static final int TOP = 30;
    private static final int BOTTOM = 60;

    private final StringBuilder svg = new StringBuilder();
    private final double fewest;
    private final double most;
    private final double shortest;
    private final double longest;

    /**
     * Both at one size.
     *
     * @param peer null where it was not measured
     */
    record Measured(ScalingTimes ours, PeerScaling.@Nullable Report peer) {}

    private ScalingPicture(List<Measured> all) {
        fewest = all.getFirst().ours().customers();
        most = all.getLast().ours().customers();
        shortest = 0.001;
        longest = 100;
    }

    static String of(List<Measured> all, String caption) {
        ScalingPicture picture = new ScalingPicture(all);
        picture.axes(all, caption);
        picture.line(all, m -> m.ours().kmeans(), "#0b5cad", "", "k-means");
        picture.line(all, m -> m.ours().mixture(), "#b3480f", "", "mixture");
        if (all.stream().allMatch(m -> m.peer() != null)) {
            picture.line(all, m -> m.peer() == null ? 0 : m.peer().kmeans(), "#0b5cad", "6 5", "k-means, sklearn");
            picture.line(all, m -> m.peer() == null ? 0 : m.peer().mixture(), "#b3480f", "6 5", "mixture, sklearn");
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" font-family=\"sans-serif\" font-size=\"13\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
                + picture.svg + "</svg>\n";
    }

    private void axes(List<Measured> all, String caption) {
        for (double seconds = shortest; seconds <= longest * 1.001; seconds *= 10) {
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                    LEFT, WIDTH - RIGHT, y(seconds), y(seconds));
            add(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#555\">%s s</text>",
                    LEFT - 8,
                    y(seconds) + 4,
                    seconds < 1 ? String.format(Locale.ROOT, "%.3f", seconds) : String.valueOf(Math.round(seconds)));
        }
        for (Measured measured : all) {
            int customers = measured.ours().customers();
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>",
                    x(customers), HEIGHT - BOTTOM + 20, String.format(Locale.ROOT, "%,d", customers));
        }
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">customers; %s</text>",
                (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, caption);
    }

    private void line(
            List<Measured> all, Function<Measured, Double> seconds, String color, String dashes, String name) {
        StringBuilder points = new StringBuilder();
        for (Measured measured : all) {
            points.append(String.format(
                    Locale.ROOT, "%.1f,%.1f ", x(measured.ours().customers()), y(seconds.apply(measured))));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>",
                points.toString().strip(), color, dashes);
        add(
                "<text x=\"%d\" y=\"%.1f\" fill=\"%s\">%s</text>",
                WIDTH - RIGHT + 8, y(seconds.apply(all.getLast())) + (dashes.isEmpty() ? 10 : -2), color, name);
    }

    private double x(double customers) {
        return LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * Math.log(customers / fewest) / Math.log(most / fewest);
    }

    private double y(double seconds) {
        double share = Math.log(Math.max(seconds, shortest) / shortest) / Math.log(longest / shortest);
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private void add(String template, Object... values) {
        svg.append(String.format(Locale.ROOT, template, values)).append('\n');
    }
}
