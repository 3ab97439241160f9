package io.segmenta.engine.cluster;

import io.segmenta.engine.features.FeatureMatrix;
import java.util.Random;
import java.util.stream.IntStream;

/** Small matrices for tests. */
public final class Matrices {
    private Matrices() {}

    public static FeatureMatrix of(int columns, double... data) {
        return new FeatureMatrix(
                data,
                data.length / columns,
                columns,
                IntStream.range(0, columns).mapToObj(j -> "f" + j).toList());
    }

    /** Three columns; row i belongs to group i mod groups; groups lie far apart on a line. */
    public static FeatureMatrix blobs(int rows, int groups) {
        Random random = new Random(42);
        double[] data = new double[rows * 3];
        for (int i = 0; i < data.length; i++) {
            data[i] = (i / 3) % groups * 10 + random.nextGaussian();
        }
        return of(3, data);
    }

    /** Rows without structure. */
    public static FeatureMatrix noise(int rows, int columns, long seed) {
        return of(columns, new Random(seed).doubles((long) rows * columns).toArray());
    }
}
