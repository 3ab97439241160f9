package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.kmeans.KMeans;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.cluster.model.RowChecks;
import io.segmenta.engine.cluster.model.SharedProgress;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.numeric.Sampling;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Many small groups of rows that stand for them. They are found on a sample; all rows then go to the nearest.
 *
 * @param labels the group of each row
 * @param sizes rows in each group, at least 1
 * @param centres their means
 * @see <a href="https://doi.org/10.1145/233269.233324">Zhang, Ramakrishnan and Livny (1996), BIRCH: An Efficient Data Clustering Method for Very Large Databases</a>
 */
record MicroClusters(int[] labels, int[] sizes, FeatureMatrix centres) {
    private static final int GROUPS = 2_000;

    /** The groups need not settle: they only have to be small. */
    private static final int ITERATIONS = 3;

    static MicroClusters of(FeatureMatrix matrix, Seed seed, Progress progress) {
        RandomGenerator random = seed.derive("micro-clusters").random();
        FeatureMatrix sample =
                matrix.pick(Sampling.draw(matrix.rows(), Math.min(Sampling.MANY_ROWS, matrix.rows()), random));
        int groups = RowChecks.different(sample, GROUPS);
        SharedProgress iterations = new SharedProgress(progress, "Gathering small groups", ITERATIONS);
        int[] ofSample = KMeans.groups(sample, groups, 1, ITERATIONS, random, () -> iterations.advance(1));
        int[] labels = nearest(matrix, Clustering.ofMeans(sample, ofSample).centres(), progress);
        Clustering clustering = Clustering.ofMeans(matrix, labels);
        double[] centres = Arrays.stream(clustering.centres())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        return new MicroClusters(
                clustering.labels(),
                clustering.sizes(),
                new FeatureMatrix(centres, clustering.clusters(), matrix.columns(), matrix.names()));
    }

    private static int[] nearest(FeatureMatrix matrix, double[][] centres, Progress progress) {
        double[][] columns = new double[matrix.columns()][centres.length];
        for (int c = 0; c < centres.length; c++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][c] = centres[c][j];
            }
        }
        int[] labels = new int[matrix.rows()];
        SharedProgress shared = new SharedProgress(progress, "Gathering small groups", matrix.rows());
        int block = 4_096;
        IntStream.range(0, (matrix.rows() + block - 1) / block).parallel().forEach(b -> {
            int end = Math.min(matrix.rows(), (b + 1) * block);
            double[] squares = new double[centres.length];
            for (int row = b * block; row < end; row++) {
                Arrays.fill(squares, 0);
                for (int j = 0; j < columns.length; j++) {
                    Columns.addSquares(columns[j], 0, squares.length, matrix.at(row, j), squares, 0);
                }
                int best = 0;
                for (int c = 1; c < squares.length; c++) {
                    if (squares[c] < squares[best]) {
                        best = c;
                    }
                }
                labels[row] = best;
            }
            shared.advance(end - b * block);
        });
        return labels;
    }
}
