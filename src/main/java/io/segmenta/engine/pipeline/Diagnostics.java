package io.segmenta.engine.pipeline;

import io.segmenta.engine.evaluate.ClusterCurve;
import io.segmenta.engine.evaluate.PrincipalComponents;
import io.segmenta.engine.evaluate.Silhouettes;
import io.segmenta.engine.features.Correlation;
import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.segment.RfmGroup;
import io.segmenta.engine.segment.RfmScoreMap;
import io.segmenta.engine.segment.Segment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the quality of a run can be seen from: small, however many customers there are.
 *
 * @param silhouettes one per segment, in their order
 * @param curve what other numbers of segments would bring, by k-means on at most 2,000 customers
 * @param curveCustomers on how many
 * @param scoreMap per segment, in their order, its customers in each group of the RFM score map
 * @param correlations features that say nearly the same
 */
public record Diagnostics(
        List<Profile> silhouettes,
        ClusterCurve curve,
        int curveCustomers,
        Plane plane,
        List<Map<RfmGroup, Integer>> scoreMap,
        List<Correlation> correlations) {
    /** Values of a segment that are kept: enough for a smooth line. */
    private static final int KEPT = 100;

    /**
     * The silhouettes of a segment's customers.
     *
     * @param mean of all of them
     * @param below the share of those below 0, who lie nearer to another segment
     * @param values falling, at most 100, evenly spread over its customers
     */
    public record Profile(int cluster, double mean, double below, double[] values) {}

    /**
     * Some customers on the two directions in which customers differ most.
     *
     * @param components their loadings are in the order of the transform's features
     * @param x one per customer; so are y and clusters
     */
    public record Plane(PrincipalComponents components, double[] x, double[] y, int[] clusters) {}

    public Diagnostics {
        silhouettes = List.copyOf(silhouettes);
        scoreMap = List.copyOf(scoreMap);
        correlations = List.copyOf(correlations);
    }

    static Diagnostics of(
            CustomerFeatures features, Transformed transformed, int[] labels, List<Segment> segments, Grades grades) {
        return new Diagnostics(
                segments.stream()
                        .map(segment -> profile(segment.cluster(), labels, grades.silhouettes()))
                        .toList(),
                grades.curve(),
                Math.min(Grades.CURVE_ROWS, labels.length),
                plane(transformed, labels, grades),
                RfmScoreMap.of(features).crossTable(transformed.rows(), labels, segments),
                Correlation.strong(transformed.matrix(), transformed.transform().features()));
    }

    private static Profile profile(int cluster, int[] labels, Silhouettes silhouettes) {
        double[] values = IntStream.range(0, silhouettes.rows().length)
                .filter(i -> labels[silhouettes.rows()[i]] == cluster)
                .mapToDouble(i -> silhouettes.values()[i])
                .sorted()
                .toArray();
        int kept = Math.min(KEPT, values.length);
        double[] thinned = new double[kept];
        for (int i = 0; i < kept; i++) {
            int fromTop = kept == 1 ? 0 : (int) Math.round((double) i * (values.length - 1) / (kept - 1));
            thinned[i] = rounded(values[values.length - 1 - fromTop]);
        }
        double below = Arrays.stream(values).filter(value -> value < 0).count() / Math.max(1.0, values.length);
        return new Profile(cluster, silhouettes.perCluster()[cluster], below, thinned);
    }

    private static Plane plane(Transformed transformed, int[] labels, Grades grades) {
        int[] sample = grades.sample();
        double[] x = new double[sample.length];
        double[] y = new double[sample.length];
        int[] clusters = new int[sample.length];
        for (int i = 0; i < sample.length; i++) {
            double[] point = grades.components().project(transformed.matrix(), sample[i]);
            x[i] = rounded(point[0]);
            y[i] = point.length > 1 ? rounded(point[1]) : 0;
            clusters[i] = labels[sample[i]];
        }
        return new Plane(grades.components(), x, y, clusters);
    }

    /** For pictures, three decimals are plenty. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
