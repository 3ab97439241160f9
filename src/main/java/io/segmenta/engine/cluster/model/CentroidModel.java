package io.segmenta.engine.cluster.model;

import java.util.Arrays;

/** Assigns to the nearest centre by Euclidean distance; the lower cluster wins a tie. */
public record CentroidModel(double[][] centres) implements ClusterModel {
    public CentroidModel {
        if (centres.length == 0 || centres[0].length == 0) {
            throw new IllegalArgumentException("A model needs a centre, and a centre a value.");
        }
        for (double[] centre : centres) {
            if (centre.length != centres[0].length || !Arrays.stream(centre).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "A centre of " + centres[0].length + " values was expected, found " + Arrays.toString(centre));
            }
        }
    }

    @Override
    public int columns() {
        return centres[0].length;
    }

    @Override
    public int clusters() {
        return centres.length;
    }

    @Override
    public int assign(double[] row) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double distance = 0;
            for (int j = 0; j < row.length; j++) {
                double d = row[j] - centres[c][j];
                distance += d * d;
            }
            if (distance < least) {
                least = distance;
                best = c;
            }
        }
        return best;
    }
}
