package io.segmenta.engine.budget;

import io.segmenta.engine.segment.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * What more money in one segment brings.
 *
 * @param points by rising spend, from 0
 */
public record ReturnCurve(Segment segment, List<Point> points) {
    /**
     * @param addedMargin of all money up to here
     * @param marginalReturn margin that the next unit of money adds; below 1 it costs more than it brings
     */
    public record Point(double spend, double addedMargin, double marginalReturn) {}

    public ReturnCurve {
        points = List.copyOf(points);
    }

    /**
     * @param upTo the highest spend, for example the whole budget
     * @param steps at least 1; there is one point more
     * @return one curve per segment
     */
    public static List<ReturnCurve> of(Assumptions assumptions, double upTo, int steps) {
        double margin = assumptions.margin().value();
        List<ReturnCurve> curves = new ArrayList<>();
        for (Response response : assumptions.responses()) {
            List<Point> points = new ArrayList<>();
            for (int i = 0; i <= steps; i++) {
                points.add(point(response, margin, upTo * i / steps));
            }
            curves.add(new ReturnCurve(response.segment(), points));
        }
        return curves;
    }

    /** Where a split stands on the curve. */
    public static Point point(Response response, double margin, double spend) {
        return new Point(spend, response.addedMargin(margin, spend), response.marginalReturn(margin, spend));
    }
}
