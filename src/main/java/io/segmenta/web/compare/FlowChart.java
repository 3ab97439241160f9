package io.segmenta.web.compare;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.segmenta.engine.segment.Migration.Flow;
import io.segmenta.web.compare.Side.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Bands from the segments of the one run to those of the other, as wide as what went that way. Bands are stretched with the page, words are
 * not, so it is read on a phone as well; its numbers are in the table beside it.
 */
final class FlowChart extends Div {
    /** Of the height of the chart, which is 1: what even the smallest segment gets, so that its name fits. */
    private static final double LEAST = 0.07;

    private static final double GAP = 0.012;
    private static final int PIXELS_A_PLACE = 66;
    private static final int PICTURE = 1000;

    /** Where a segment stands, and how far its bands have filled it. */
    private static final class Slot {
        private final double top;
        private final double height;
        private final double sum;
        private double filled;

        Slot(double top, double height, double sum) {
            this.top = top;
            this.height = height;
            this.sum = sum;
        }

        /** From where to where the next band goes, in units of the picture. */
        double[] next(double value) {
            double from = top + (sum > 0 ? height * filled / sum : 0);
            filled += value;
            return new double[] {PICTURE * from, PICTURE * (top + (sum > 0 ? height * filled / sum : 0))};
        }
    }

    FlowChart() {
        addClassName("flow-chart");
        getElement().setAttribute("role", "img");
    }

    /** @param sentence what it says, for who does not see it */
    void show(Compared compared, Measure measure, String sentence) {
        removeAll();
        getElement().setAttribute("aria-label", sentence);
        List<Flow> flows = compared.comparison().migration().flows();
        Map<Integer, Slot> left = slots(compared.before(), flows, Flow::from, measure);
        Map<Integer, Slot> right = slots(compared.after(), flows, Flow::to, measure);
        getStyle().set("--height", PIXELS_A_PLACE * Math.max(left.size(), right.size()) + "px");
        add(
                labels(compared, compared.before(), left, measure),
                bands(compared, flows, left, right, measure),
                labels(compared, compared.after(), right, measure));
    }

    private static Map<Integer, Slot> slots(Side side, List<Flow> flows, ToIntFunction<Flow> cluster, Measure measure) {
        double total = flows.stream().mapToDouble(measure::of).sum();
        double least = Math.min(LEAST, 0.8 / side.places().size());
        double free = 1 - side.places().size() * least - (side.places().size() - 1) * GAP;
        Map<Integer, Slot> slots = new HashMap<>();
        double top = 0;
        for (Place place : side.places()) {
            double sum = flows.stream()
                    .filter(flow -> cluster.applyAsInt(flow) == place.cluster())
                    .mapToDouble(measure::of)
                    .sum();
            double height = least + (total > 0 ? free * sum / total : 0);
            slots.put(place.cluster(), new Slot(top, height, sum));
            top += height + GAP;
        }
        return slots;
    }

    private static Div labels(Compared compared, Side side, Map<Integer, Slot> slots, Measure measure) {
        Div labels = new Div();
        labels.addClassName("flow-side");
        for (Place place : side.places()) {
            Slot slot = slots.get(place.cluster());
            if (slot != null) {
                Span number = new Span(measure.write(slot.sum, compared.formats()));
                number.addClassName("quiet");
                Div label = new Div(new Span(place.name()), number);
                label.addClassNames("flow-label", place.colour());
                label.getStyle().set("top", percent(slot.top)).set("height", percent(slot.height));
                labels.add(label);
            }
        }
        return labels;
    }

    private static Svg bands(
            Compared compared, List<Flow> flows, Map<Integer, Slot> left, Map<Integer, Slot> right, Measure measure) {
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + PICTURE + " "
                + PICTURE + "' preserveAspectRatio='none'>");
        for (Flow flow : flows) {
            Slot source = left.get(flow.from());
            Slot target = right.get(flow.to());
            if (source != null && target != null && measure.of(flow) > 0) {
                double[] from = source.next(measure.of(flow));
                double[] to = target.next(measure.of(flow));
                String colour = compared.before().place(flow.from()).colour();
                svg.append(String.format(
                        Locale.ROOT,
                        "<path class='%1$s' d='M0 %2$.1fC%5$d %2$.1f %5$d %3$.1f %6$d %3$.1fV%4$.1fC%5$d %4$.1f %5$d %7$.1f 0 %7$.1fZ'/>",
                        colour,
                        from[0],
                        to[0],
                        to[1],
                        PICTURE / 2,
                        PICTURE,
                        from[1]));
            }
        }
        Svg bands = new Svg(svg.append("</svg>").toString());
        bands.addClassName("flow-bands");
        return bands;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
