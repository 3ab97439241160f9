package io.segmenta.engine.evaluate;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.TooFewDifferentRows;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * What more segments would bring, by k-means: the inertia always falls, and where it begins to fall slowly is the elbow; a high silhouette marks
 * a number of segments that lie well apart.
 */
public record ClusterCurve(List<Point> points) {
    /** One number of clusters with the inertia and the silhouette that it reaches. */
    public record Point(int clusters, double inertia, double silhouette) {}

    public ClusterCurve {
        points = List.copyOf(points);
    }

    /**
     * Ends early where there are fewer different rows.
     *
     * @param from the smallest number of clusters, 2 to 20
     * @param to the largest, likewise
     * @throws io.segmenta.engine.base.UserFacingException when a clustering fails for another reason
     * @throws io.segmenta.engine.base.CancelledException when the progress asks for it
     */
    public static ClusterCurve of(FeatureMatrix matrix, int from, int to, Seed seed, Progress progress) {
        List<Point> points = new ArrayList<>();
        int last = Math.min(to, matrix.rows());
        for (int clusters = from; clusters <= last; clusters++) {
            double done = (double) (clusters - from) / (last - from + 1);
            String detail = "Trying " + clusters + " segments";
            Progress part = (fraction, of) -> progress.report(done, detail);
            Clustering clustering;
            try {
                clustering =
                        Clusterers.fit(matrix, KMeansParameters.of(clusters).quickly(), seed, part);
            } catch (TooFewDifferentRows end) {
                break;
            }
            double silhouette =
                    Evaluation.of(matrix, clustering.labels(), seed, part).silhouette();
            points.add(new Point(clusters, clustering.inertia(), silhouette));
        }
        progress.report(1, "");
        return new ClusterCurve(points);
    }
}
