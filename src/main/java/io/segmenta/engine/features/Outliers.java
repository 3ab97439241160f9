package io.segmenta.engine.features;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.numeric.Quantiles;
import java.util.Arrays;

/** Customers that an isolation forest finds easiest to set apart. */
final class Outliers {
    private static final int TREES = 100;
    private static final int BLOCK = 1024;

    private Outliers() {}

    /**
     * @param columns one array per feature
     * @param contamination the share to find; customers whose score equals the threshold are not outliers
     */
    static boolean[] find(double[][] columns, double contamination, Seed seed, Progress progress) {
        double[] scores = scores(columns, seed, progress);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double threshold = Quantiles.ofNumpy(sorted, 1 - contamination);
        boolean[] outlier = new boolean[scores.length];
        for (int i = 0; i < outlier.length; i++) {
            outlier[i] = scores[i] > threshold;
        }
        return outlier;
    }

    private static double[] scores(double[][] columns, Seed seed, Progress progress) {
        FlatIsolationForest forest = new FlatIsolationForest();
        forest.setNumTrees(TREES);
        forest.setSeed(seed.asInt());
        forest.build(columns);
        int rows = columns[0].length;
        double[] scores = new double[rows];
        double[] block = new double[BLOCK * columns.length];
        double[] blockScores = new double[BLOCK];
        for (int from = 0; from < rows; from += BLOCK) {
            int size = Math.min(BLOCK, rows - from);
            for (int i = 0; i < size; i++) {
                for (int f = 0; f < columns.length; f++) {
                    block[i * columns.length + f] = columns[f][from + i];
                }
            }
            forest.score(block, size, columns.length, blockScores);
            System.arraycopy(blockScores, 0, scores, from, size);
            progress.report(0.1 + 0.8 * from / rows, "Looking for unusual customers");
        }
        return scores;
    }
}
