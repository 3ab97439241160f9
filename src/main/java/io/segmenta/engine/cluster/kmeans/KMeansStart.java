package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Chooses the rows that are the first centres; never two equal ones.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur and Vassilvitskii (2007), k-means++: The Advantages of Careful Seeding</a>
 */
final class KMeansStart {
    private final FeatureMatrix matrix;
    private final RandomGenerator random;
    /** squared distance of each row to the nearest chosen one */
    private double[] nearest;

    /** the same, with one more row chosen: the last that was looked at, and the best of those */
    private double[] with;

    private double[] withBest;

    private KMeansStart(FeatureMatrix matrix, RandomGenerator random) {
        this.matrix = matrix;
        this.random = random;
        this.nearest = new double[matrix.rows()];
        this.with = new double[matrix.rows()];
        this.withBest = new double[matrix.rows()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    }

    /** The matrix must have at least as many different rows as clusters. */
    static int[] rows(FeatureMatrix matrix, int clusters, KMeansParameters.Init init, RandomGenerator random) {
        return switch (init) {
            case RANDOM -> rows(matrix, clusters, 0, random);
            case K_MEANS_PLUS_PLUS -> rows(matrix, clusters, 2 + (int) Math.log(clusters), random);
        };
    }

    /** @param draws among which the best is taken; 0 for any row that differs */
    static int[] rows(FeatureMatrix matrix, int clusters, int draws, RandomGenerator random) {
        KMeansStart start = new KMeansStart(matrix, random);
        int[] rows = new int[clusters];
        for (int c = 0; c < clusters; c++) {
            rows[c] = c == 0 || draws == 0 ? start.anyNew() : start.farAway(draws);
            start.choose();
        }
        return rows;
    }

    private void choose() {
        double[] before = nearest;
        nearest = withBest;
        withBest = before;
    }

    private void keepAsBest() {
        double[] before = withBest;
        withBest = with;
        with = before;
    }

    /** Uniform among the rows that differ from all chosen ones. */
    private int anyNew() {
        int row = random.nextInt(matrix.rows());
        while (nearest[row] == 0) {
            row = row + 1 == matrix.rows() ? 0 : row + 1;
        }
        lookAt(row);
        keepAsBest();
        return row;
    }

    /**
     * k-means++: drawn in proportion to the squared distance (Arthur and Vassilvitskii 2007), the best of a few draws as its authors
     * recommend.
     */
    private int farAway(int draws) {
        double total = 0;
        for (double distance : nearest) {
            total += distance;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int draw = 0; draw < draws; draw++) {
            int row = drawn(random.nextDouble() * total);
            double left = lookAt(row);
            if (left < least) {
                least = left;
                best = row;
                keepAsBest();
            }
        }
        return best;
    }

    private int drawn(double target) {
        double passed = 0;
        int last = -1;
        for (int i = 0; i < nearest.length; i++) {
            if (nearest[i] > 0) {
                passed += nearest[i];
                last = i;
                if (passed > target) {
                    break;
                }
            }
        }
        return last;
    }

    /** Returns the sum of the squared distances that are left with this row chosen. */
    private double lookAt(int row) {
        int columns = matrix.columns();
        double[] data = matrix.data();
        double left = 0;
        for (int i = 0; i < with.length; i++) {
            double distance = 0;
            for (int j = 0; j < columns; j++) {
                double d = data[i * columns + j] - data[row * columns + j];
                distance += d * d;
            }
            with[i] = Math.min(nearest[i], distance);
            left += with[i];
        }
        return left;
    }
}
