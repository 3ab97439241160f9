package io.segmenta.engine.segment;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.features.Feature;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Customers for tests of segments. */
final class Customers {
    private Customers() {}

    static CustomerFeatures of(double[] recency, double[] frequency, double[] monetary) {
        List<String> ids = IntStream.range(0, recency.length)
                .mapToObj(i -> "C%05d".formatted(i))
                .toList();
        return of(ids, recency, frequency, monetary, new double[ids.size()], new double[ids.size()]);
    }

    static CustomerFeatures of(
            List<String> ids, double[] recency, double[] frequency, double[] monetary, double[] basket, double[] clv) {
        Map<Feature, double[]> columns = new EnumMap<>(Feature.class);
        columns.put(Feature.RECENCY, recency);
        columns.put(Feature.FREQUENCY, frequency);
        columns.put(Feature.MONETARY, monetary);
        columns.put(Feature.AVERAGE_BASKET_SIZE, basket);
        columns.put(Feature.CLV, clv);
        return new CustomerFeatures(
                ids,
                columns,
                LocalDate.of(2024, 1, 1),
                (long) Arrays.stream(frequency).sum(),
                Arrays.stream(monetary).sum(),
                30);
    }

    /** Long-tailed, with ties, as shops have them. */
    static CustomerFeatures random(int n, Random random) {
        double[] recency = new double[n];
        double[] frequency = new double[n];
        double[] monetary = new double[n];
        for (int i = 0; i < n; i++) {
            recency[i] = 1 + random.nextInt(365);
            frequency[i] = 1 + Math.floor(Math.exp(random.nextGaussian()));
            monetary[i] = Math.round(100 * frequency[i] * Math.exp(3 + random.nextGaussian())) / 100.0;
        }
        return of(recency, frequency, monetary);
    }

    static int[] everybody(CustomerFeatures features) {
        return IntStream.range(0, features.customers()).toArray();
    }

    static Membership membership(CustomerFeatures features, int[] labels, int clusters) {
        return new Membership(
                Segmentation.describe(features, everybody(features), labels, clusters, NameTest.ORIGINAL),
                features.ids(),
                labels,
                features.column(Feature.MONETARY));
    }

    static Membership part(Membership whole, int from, int to) {
        return new Membership(
                whole.segments(),
                whole.ids().subList(from, to),
                Arrays.copyOfRange(whole.clusters(), from, to),
                Arrays.copyOfRange(whole.monetary(), from, to));
    }

    static int[] bands(CustomerFeatures shop, int clusters) {
        return Arrays.stream(PercentileRanks.of(shop.column(Feature.MONETARY)))
                .mapToInt(rank -> (int) (rank * clusters))
                .toArray();
    }
}
