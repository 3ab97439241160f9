package io.segmenta.engine.cluster.kmeans;

import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;

/**
 * Lloyd's iterations without most of their distances: one upper bound per row on the distance to its centre and one lower bound on the
 * distance to every other (Elkan 2003, in the form of Hamerly 2010, which is the quicker one for few clusters and features). From the same
 * start it passes through the same labels as Lloyd's algorithm.
 *
 * @see <a href="https://doi.org/10.1137/1.9781611972801.12">Hamerly (2010), Making k-means Even Faster</a>
 */
final class HamerlyKMeans {
    /** Bounds are sums of rounded numbers; only a clear difference spares the distances. */
    private static final double CLEARLY = 1 - 1e-10;

    private final double[] data;
    private final int rows;
    private final int columns;
    private final int clusters;
    private final double[] centres;
    private final double[] sums;
    private final int[] sizes;
    private final int[] labels;
    private final double[] upper;
    private final double[] lower;
    /** what the centres moved since the bounds were last brought up to date */
    private final double[] moves;

    private final NearestCentres block;
    private int iterations;

    /** @param start rows that are the first centres, no two of them equal */
    HamerlyKMeans(FeatureMatrix matrix, int[] start) {
        data = matrix.data();
        rows = matrix.rows();
        columns = matrix.columns();
        clusters = start.length;
        centres = new double[clusters * columns];
        for (int c = 0; c < clusters; c++) {
            System.arraycopy(data, start[c] * columns, centres, c * columns, columns);
        }
        sums = new double[clusters * columns];
        sizes = new int[clusters];
        labels = new int[rows];
        upper = new double[rows];
        lower = new double[rows];
        moves = new double[clusters];
        block = new NearestCentres(columns);
    }

    int[] labels() {
        return labels;
    }

    /** How often every row was assigned so far. */
    int iterations() {
        return iterations;
    }

    /**
     * Goes on until no row changes its cluster, or until the centres have moved by no more than a tolerance.
     *
     * @param tolerance sum of the squared moves of the centres at which to stop; 0 for the fixed point
     * @param eachIteration called once an iteration; may throw to stop the work
     */
    void run(int maxIterations, double tolerance, Runnable eachIteration) {
        if (iterations == 0) {
            assignAll();
        }
        while (iterations < maxIterations) {
            eachIteration.run();
            double moved = moveCentres();
            if (moved <= tolerance && tolerance > 0) {
                return;
            }
            int changed = assignUnclear();
            iterations++;
            if (changed == 0 && isFixedPoint()) {
                return;
            }
        }
    }

    /** Running sums gather rounding errors: the last word is with sums made anew. */
    private boolean isFixedPoint() {
        sumUp();
        moveCentres();
        return assignUnclear() == 0;
    }

    double inertia() {
        double inertia = 0;
        for (int i = 0; i < rows; i++) {
            inertia += squaredDistance(i * columns, labels[i] * columns);
        }
        return inertia;
    }

    private void assignAll() {
        for (int from = 0; from < rows; from += NearestCentres.BLOCK) {
            block.clear();
            for (int i = from; i < Math.min(from + NearestCentres.BLOCK, rows); i++) {
                block.add(i, data);
            }
            block.find(centres);
            for (int b = 0; b < block.count(); b++) {
                take(b);
            }
        }
        iterations++;
        sumUp();
    }

    private void take(int inBlock) {
        int row = block.row(inBlock);
        labels[row] = block.nearest(inBlock);
        upper[row] = block.distance(inBlock);
        lower[row] = block.nextDistance(inBlock);
    }

    private void sumUp() {
        Arrays.fill(sums, 0);
        Arrays.fill(sizes, 0);
        for (int i = 0; i < rows; i++) {
            add(i, labels[i], 1);
        }
        fillEmptyClusters();
    }

    private void add(int row, int cluster, int times) {
        sizes[cluster] += times;
        for (int j = 0; j < columns; j++) {
            sums[cluster * columns + j] += times * data[row * columns + j];
        }
    }

    /** An empty cluster takes the row that is farthest from its centre. */
    private void fillEmptyClusters() {
        for (int c = 0; c < clusters; c++) {
            if (sizes[c] > 0) {
                continue;
            }
            int farthest = -1;
            double most = -1;
            for (int i = 0; i < rows; i++) {
                double distance = squaredDistance(i * columns, labels[i] * columns);
                if (distance > most && sizes[labels[i]] > 1) {
                    most = distance;
                    farthest = i;
                }
            }
            add(farthest, labels[farthest], -1);
            add(farthest, c, 1);
            labels[farthest] = c;
            upper[farthest] = Double.POSITIVE_INFINITY;
            lower[farthest] = 0;
        }
    }

    /** Returns the sum of the squared moves. */
    private double moveCentres() {
        double total = 0;
        for (int c = 0; c < clusters; c++) {
            double squared = 0;
            for (int j = 0; j < columns; j++) {
                double mean = sums[c * columns + j] / sizes[c];
                double d = mean - centres[c * columns + j];
                squared += d * d;
                centres[c * columns + j] = mean;
            }
            total += squared;
            moves[c] += Math.sqrt(squared);
        }
        return total;
    }

    /** Returns how many rows changed their cluster. */
    private int assignUnclear() {
        double[] half = halfDistanceToNextCentre();
        double[] othersMove = mostOfOthers();
        int changed = 0;
        for (int from = 0; from < rows; from += NearestCentres.BLOCK) {
            gatherUnclear(from, Math.min(from + NearestCentres.BLOCK, rows), half, othersMove);
            block.find(centres);
            changed += reassign();
        }
        Arrays.fill(moves, 0);
        if (changed > 0) {
            fillEmptyClusters();
        }
        return changed;
    }

    private void gatherUnclear(int from, int to, double[] half, double[] othersMove) {
        block.clear();
        for (int i = from; i < to; i++) {
            int label = labels[i];
            double farthest = upper[i] + moves[label];
            double nearest = lower[i] - othersMove[label];
            upper[i] = farthest;
            lower[i] = nearest;
            if (farthest >= Math.max(half[label], nearest) * CLEARLY) {
                block.add(i, data);
            }
        }
    }

    private int reassign() {
        int changed = 0;
        for (int b = 0; b < block.count(); b++) {
            int row = block.row(b);
            int before = labels[row];
            take(b);
            if (labels[row] != before) {
                changed++;
                add(row, before, -1);
                add(row, labels[row], 1);
            }
        }
        return changed;
    }

    /** Per centre, the farthest that any other one has moved. */
    private double[] mostOfOthers() {
        double[] most = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            for (int other = 0; other < clusters; other++) {
                if (other != c) {
                    most[c] = Math.max(most[c], moves[other]);
                }
            }
        }
        return most;
    }

    private double[] halfDistanceToNextCentre() {
        double[] half = new double[clusters];
        Arrays.fill(half, Double.POSITIVE_INFINITY);
        for (int a = 0; a < clusters; a++) {
            for (int b = 0; b < clusters; b++) {
                if (a != b) {
                    double squared = 0;
                    for (int j = 0; j < columns; j++) {
                        double d = centres[a * columns + j] - centres[b * columns + j];
                        squared += d * d;
                    }
                    half[a] = Math.min(half[a], Math.sqrt(squared) / 2);
                }
            }
        }
        return half;
    }

    private double squaredDistance(int rowStart, int centreStart) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            double d = data[rowStart + j] - centres[centreStart + j];
            sum += d * d;
        }
        return sum;
    }
}
