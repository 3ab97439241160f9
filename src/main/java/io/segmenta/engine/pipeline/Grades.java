package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.evaluate.ClusterCurve;
import io.segmenta.engine.evaluate.Evaluation;
import io.segmenta.engine.evaluate.Metrics;
import io.segmenta.engine.evaluate.PrincipalComponents;
import io.segmenta.engine.evaluate.Silhouettes;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;

/**
 * What a clustering is graded by.
 *
 * @param components two, or one where there is but one feature
 * @param sample rows for pictures, ascending
 */
record Grades(
        Metrics metrics, Silhouettes silhouettes, ClusterCurve curve, PrincipalComponents components, int[] sample) {
    /** Rows for the curve over the number of clusters, which takes seven clusterings. */
    static final int CURVE_ROWS = 2_000;

    private static final int MOST_CLUSTERS = 8;

    /** Points that a chart shows fluently, also on a phone. */
    private static final int PICTURE_ROWS = 1_000;

    /** The share of the work that the silhouettes are. */
    private static final double FIRST = 0.3;

    static Grades of(FeatureMatrix matrix, int[] labels, Seed seed, Progress progress) {
        Silhouettes silhouettes = Evaluation.silhouettes(
                matrix, labels, seed, (fraction, detail) -> progress.report(FIRST * fraction, detail));
        ClusterCurve curve = ClusterCurve.of(
                matrix.pick(Sampling.atMost(
                        CURVE_ROWS, matrix.rows(), seed.derive("curve").random())),
                2,
                MOST_CLUSTERS,
                seed,
                (fraction, detail) -> progress.report(FIRST + (1 - FIRST) * fraction, detail));
        return new Grades(
                Evaluation.of(matrix, labels, silhouettes),
                silhouettes,
                curve,
                PrincipalComponents.of(matrix, Math.min(2, matrix.columns())),
                Sampling.atMost(
                        PICTURE_ROWS, matrix.rows(), seed.derive("picture").random()));
    }
}
