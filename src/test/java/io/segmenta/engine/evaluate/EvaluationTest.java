package io.segmenta.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EvaluationTest {
    private static final Seed SEED = new Seed(42);
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void indicesEqualScikitLearnOnAllGoldenLabels() {
        FeatureMatrix matrix = OnlineRetail.matrix();
        JsonNode clusterings = OnlineRetail.golden().get("clusterings");
        assertThat(clusterings.size()).isEqualTo(27);

        clusterings.propertyStream().forEach(golden -> {
            Metrics metrics = Evaluation.of(matrix, OnlineRetail.labels(golden.getKey()), SEED, Progress.SILENT);

            assertThat(metrics.silhouette())
                    .as("silhouette of %s", golden.getKey())
                    .isCloseTo(golden.getValue().get("silhouette").asDouble(), EXACT);
            assertThat(metrics.daviesBouldin())
                    .as("Davies-Bouldin of %s", golden.getKey())
                    .isCloseTo(
                            golden.getValue().get("davies_bouldin").asDouble(),
                            ofLonelyRows(golden.getValue()) ? within(1e-8) : EXACT);
            assertThat(metrics.calinskiHarabasz())
                    .as("Calinski-Harabasz of %s", golden.getKey())
                    .isCloseTo(golden.getValue().get("calinski_harabasz").asDouble(), EXACT);
            assertThat(metrics.silhouetteRows()).isEqualTo(matrix.rows());
        });
    }

    /**
     * scikit-learn expands (x − c)² and so puts a row that is its own centre up to 1e-8 away from it; two builds of it differ from each
     * other by as much. Here that distance is 0.
     */
    private static boolean ofLonelyRows(JsonNode golden) {
        return golden.get("sizes").valueStream().anyMatch(size -> size.asInt() == 1);
    }

    @Test
    void handWorkedExample() {
        // Rows 0 and 1 against 10: a = 1, b = 10 and 9; the row alone in its cluster counts as 0.
        Metrics metrics = metrics(column(0, 1, 10), 0, 0, 1);

        assertThat(metrics.silhouette()).isCloseTo((0.9 + 8.0 / 9) / 3, EXACT);
        assertThat(metrics.daviesBouldin()).isCloseTo(0.5 / 9.5, EXACT);
        assertThat(metrics.calinskiHarabasz()).isCloseTo((2.0 / 3 * 9.5 * 9.5) / 0.5, EXACT);
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        FeatureMatrix matrix = noise(500);
        int[] labels = IntStream.range(0, 500).map(i -> i % 4).toArray();
        double[] reversed = new double[matrix.data().length];
        for (int i = 0; i < 500; i++) {
            System.arraycopy(matrix.data(), i * 3, reversed, (499 - i) * 3, 3);
        }

        assertSame(
                metrics(matrix, labels),
                metrics(
                        new FeatureMatrix(reversed, 500, 3, matrix.names()),
                        IntStream.range(0, 500).map(i -> labels[499 - i]).toArray()));
    }

    @Test
    void theNumbersOfClustersDoNotMatter() {
        FeatureMatrix matrix = noise(500);
        int[] labels = IntStream.range(0, 500).map(i -> i % 4).toArray();

        assertSame(
                metrics(matrix, labels),
                metrics(
                        matrix,
                        Arrays.stream(labels).map(label -> 17 - 3 * label).toArray()));
    }

    @Test
    void movingAndScalingEverythingDoesNotMatter() {
        FeatureMatrix matrix = noise(300);
        int[] labels = IntStream.range(0, 300).map(i -> i % 3).toArray();
        double[] moved = Arrays.stream(matrix.data()).map(x -> 8 * x + 3).toArray();

        assertSame(metrics(matrix, labels), metrics(new FeatureMatrix(moved, 300, 3, matrix.names()), labels));
    }

    @Test
    void duplicatingAllRowsKeepsDaviesBouldin() {
        FeatureMatrix matrix = noise(100);
        int[] labels = IntStream.range(0, 200).map(i -> i % 4).toArray();
        double[] twice = Arrays.copyOf(matrix.data(), 600);
        System.arraycopy(matrix.data(), 0, twice, 300, 300);

        assertThat(metrics(new FeatureMatrix(twice, 200, 3, matrix.names()), labels)
                        .daviesBouldin())
                .isCloseTo(metrics(matrix, Arrays.copyOf(labels, 100)).daviesBouldin(), EXACT);
    }

    @Test
    void everyRowAloneHasNoSilhouette() {
        Metrics metrics = metrics(column(1, 2, 3), 0, 1, 2);

        assertThat(metrics.silhouette()).isZero();
        assertThat(metrics.daviesBouldin()).isZero();
        assertThat(metrics.calinskiHarabasz()).isOne();
    }

    @Test
    void equalRowsInDifferentClustersGiveZero() {
        Metrics metrics = metrics(column(5, 5, 5, 5), 0, 0, 1, 1);

        assertThat(metrics.silhouette()).isZero();
        assertThat(metrics.daviesBouldin()).isZero();
    }

    @Test
    void aboveTwentyThousandRowsASeededSampleIsUsed() {
        double[] data = SEED.random().doubles(20_001).toArray();
        int[] labels = Arrays.stream(data).mapToInt(x -> x < 0.5 ? 0 : 1).toArray();

        Metrics metrics = metrics(column(data), labels);

        assertThat(metrics.silhouetteRows()).isEqualTo(20_000);
        assertThat(metrics).isEqualTo(metrics(column(data), labels));
        // Two halves of a uniform line: the integral of the silhouette over the line.
        assertThat(metrics.silhouette()).isCloseTo(0.58, within(0.05));
    }

    @Test
    void theSampleHasEachRowAtMostOnce() {
        int[] rows = Silhouette.rows(30_000, SEED);

        assertThat(rows).hasSize(20_000).doesNotHaveDuplicates().isSorted();
        assertThat(rows).isNotEqualTo(Silhouette.rows(30_000, new Seed(1)));
    }

    @Test
    void silhouettesPerClusterEqualScikitLearn() {
        FeatureMatrix matrix = OnlineRetail.matrix();
        OnlineRetail.golden().get("clusterings").propertyStream().forEach(golden -> {
            Silhouettes silhouettes =
                    Evaluation.silhouettes(matrix, OnlineRetail.labels(golden.getKey()), SEED, Progress.SILENT);

            golden.getValue()
                    .get("silhouette_per_cluster")
                    .propertyStream()
                    .forEach(cluster -> assertThat(silhouettes.perCluster()[Integer.parseInt(cluster.getKey())])
                            .as("%s, cluster %s", golden.getKey(), cluster.getKey())
                            .isCloseTo(cluster.getValue().asDouble(), EXACT));
            assertThat(Arrays.stream(silhouettes.values()).average().orElseThrow())
                    .isCloseTo(golden.getValue().get("silhouette").asDouble(), EXACT);
        });
    }

    @Test
    void silhouettesOfAHandWorkedExample() {
        Silhouettes silhouettes = Evaluation.silhouettes(column(10, 0, 1), new int[] {1, 0, 0}, SEED, Progress.SILENT);

        assertThat(silhouettes.rows()).containsExactly(0, 1, 2);
        assertThat(silhouettes.values()).containsExactly(new double[] {0, 0.9, 8.0 / 9}, EXACT);
        assertThat(silhouettes.perCluster()).containsExactly(new double[] {(0.9 + 8.0 / 9) / 2, 0}, EXACT);
    }

    @Test
    void oneClusterIsRefused() {
        assertThatThrownBy(() -> metrics(column(1, 2), 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }

    @Test
    void aLabelMissingIsRefused() {
        assertThatThrownBy(() -> metrics(column(1, 2, 3), 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 labels for 3 rows");
    }

    @Test
    void canBeCancelled() {
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Evaluation.of(column(1, 2, 3), new int[] {0, 1, 1}, SEED, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static void assertSame(Metrics a, Metrics b) {
        assertThat(a.silhouette()).isCloseTo(b.silhouette(), EXACT);
        assertThat(a.daviesBouldin()).isCloseTo(b.daviesBouldin(), EXACT);
        assertThat(a.calinskiHarabasz()).isCloseTo(b.calinskiHarabasz(), EXACT);
    }

    private static Metrics metrics(FeatureMatrix matrix, int... labels) {
        return Evaluation.of(matrix, labels, SEED, Progress.SILENT);
    }

    private static FeatureMatrix column(double... values) {
        return new FeatureMatrix(values, values.length, 1, List.of("x"));
    }

    private static FeatureMatrix noise(int rows) {
        Random random = SEED.random();
        double[] data = new double[rows * 3];
        for (int i = 0; i < data.length; i++) {
            data[i] = (i / 3) % 4 + random.nextGaussian();
        }
        return new FeatureMatrix(data, rows, 3, List.of("a", "b", "c"));
    }
}
