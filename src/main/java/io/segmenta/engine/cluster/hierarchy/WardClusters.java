package io.segmenta.engine.cluster.hierarchy;

import io.segmenta.engine.cluster.model.Columns;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;

/**
 * Clusters under Ward's linkage, by their means and sizes alone: no distances are kept. Those left lie side by side, to be scanned quickly.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1963.10500845">Ward (1963), Hierarchical Grouping to Optimize an Objective Function</a>
 */
final class WardClusters implements NeighbourChain.Clusters {
    private final double[][] means;
    private final double[] weights;
    /** which cluster lies at a place, and at which place a cluster lies */
    private final int[] atPlace;

    private final int[] placeOf;
    private final double[] squares;
    private int count;

    /** @param sizes rows in each leaf */
    WardClusters(FeatureMatrix matrix, int[] sizes) {
        means = Columns.of(matrix);
        weights = new double[sizes.length];
        Arrays.setAll(weights, i -> sizes[i]);
        atPlace = new int[sizes.length];
        placeOf = new int[sizes.length];
        Arrays.setAll(atPlace, i -> i);
        Arrays.setAll(placeOf, i -> i);
        squares = new double[sizes.length];
        count = sizes.length;
    }

    @Override
    public int nearest(int cluster, int preferred) {
        int place = placeOf[cluster];
        Arrays.fill(squares, 0, count, 0);
        for (double[] column : means) {
            Columns.addSquares(column, 0, count, column[place], squares, 0);
        }
        weigh(weights[place]);
        squares[place] = Double.POSITIVE_INFINITY;
        int best = preferred < 0 ? -1 : placeOf[preferred];
        double least = best < 0 ? Double.POSITIVE_INFINITY : squares[best];
        for (int i = 0; i < count; i++) {
            if (squares[i] < least) {
                least = squares[i];
                best = i;
            }
        }
        return atPlace[best];
    }

    private void weigh(double weight) {
        for (int i = 0; i < count; i++) {
            squares[i] *= weight * weights[i] / (weight + weights[i]);
        }
    }

    @Override
    public double distance(int a, int b) {
        int x = placeOf[a];
        int y = placeOf[b];
        double sum = 0;
        for (double[] column : means) {
            double d = column[x] - column[y];
            sum += d * d;
        }
        return Math.sqrt(2 * sum * weights[x] * weights[y] / (weights[x] + weights[y]));
    }

    @Override
    public void merge(int a, int b) {
        int gone = placeOf[a];
        int kept = placeOf[b];
        double weight = weights[gone] + weights[kept];
        count--;
        for (double[] column : means) {
            column[kept] = (column[gone] * weights[gone] + column[kept] * weights[kept]) / weight;
            column[gone] = column[count];
        }
        weights[kept] = weight;
        weights[gone] = weights[count];
        atPlace[gone] = atPlace[count];
        placeOf[atPlace[gone]] = gone;
    }

    @Override
    public int any() {
        return atPlace[0];
    }
}
