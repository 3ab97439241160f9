package io.segmenta.cluster;

/** Assigns to the nearest centre by Euclidean distance; the lower cluster wins a tie. */
public record CentroidModel(double[][] centres) implements ClusterModel {
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
