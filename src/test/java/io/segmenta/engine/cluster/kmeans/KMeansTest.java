package io.segmenta.engine.cluster.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.Matrices;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final Seed SEED = new Seed(42);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void reachesTheGoldenInertia(int clusters) {
        double golden = OnlineRetail.golden()
                .at("/clusterings/kmeans" + clusters + "/inertia")
                .asDouble();

        assertThat(fit(OnlineRetail.matrix(), clusters).inertia()).isLessThanOrEqualTo(golden * 1.0005);
    }

    @Test
    void findsTheFiveSegmentsOfOnlineRetail() {
        Clustering clustering = fit(OnlineRetail.matrix(), 5);

        assertThat(clustering.inertia()).isLessThanOrEqualTo(3_814.5);
        int[] golden = {1254, 978, 807, 700, 600};
        for (int c = 0; c < golden.length; c++) {
            assertThat(clustering.sizes()[c]).isCloseTo(golden[c], within(5));
        }
    }

    @Test
    void theSameSeedGivesTheSameLabels() {
        FeatureMatrix matrix = Matrices.blobs(400, 7);

        assertThat(fit(matrix, 6).labels()).isEqualTo(fit(matrix, 6).labels());
    }

    @ParameterizedTest
    @EnumSource(Init.class)
    void findsSeparatedGroupsFromEitherStart(Init init) {
        FeatureMatrix matrix = Matrices.blobs(300, 3);

        Clustering clustering = Clusterers.fit(matrix, new KMeansParameters(3, init, 100, 10), SEED, Progress.SILENT);

        for (int i = 0; i < matrix.rows(); i++) {
            assertThat(clustering.labels()[i]).isEqualTo(clustering.labels()[i % 3]);
        }
        assertThat(Arrays.copyOf(clustering.labels(), 3)).containsExactlyInAnyOrder(0, 1, 2);
    }

    /** Fifty data sets of one to six columns, some with repeated rows, each in as many clusters as it has turns, 2 to 20. */
    @Test
    void elkanEqualsWekasLloydOnRandomData() {
        Random random = new Random(1);
        for (int set = 0; set < 50; set++) {
            int columns = 1 + set % 6;
            double grain = set % 3 == 0 ? 0.25 : 1e-9;
            double[] data = random.doubles((60 + 10L * set) * columns)
                    .map(x -> Math.rint(10 * x * x / grain) * grain)
                    .toArray();
            FeatureMatrix matrix = Matrices.of(columns, data);
            int clusters = 2 + set % 19;
            Init init = set % 2 == 0 ? Init.K_MEANS_PLUS_PLUS : Init.RANDOM;

            Clustering lloyd = Clusterers.fit(
                    matrix, new KMeansParameters(clusters, init, Method.LLOYD, 1000, 2), SEED, Progress.SILENT);
            Clustering elkan = Clusterers.fit(
                    matrix, new KMeansParameters(clusters, init, Method.HAMERLY, 1000, 2), SEED, Progress.SILENT);

            assertThat(elkan.labels()).as("set %d", set).isEqualTo(lloyd.labels());
            assertThat(elkan.iterations()).as("set %d", set).isEqualTo(lloyd.iterations());
        }
    }

    @Test
    void aboveTwentyThousandRowsTheBestRestartIsCarriedToItsFixedPoint() {
        FeatureMatrix matrix = Matrices.blobs(20_001, 4);

        Clustering clustering = fit(matrix, 4);

        assertThat(Clusterers.fit(
                                matrix,
                                new KMeansParameters(4, Init.K_MEANS_PLUS_PLUS, Method.LLOYD, 300, 1),
                                SEED,
                                Progress.SILENT)
                        .labels())
                .isEqualTo(clustering.labels());
    }

    @Test
    void aClusterThatRunsEmptyIsFilledAgain() {
        // Both right-hand centres start left of the gap; the middle one loses all its rows in the second iteration.
        FeatureMatrix matrix = Matrices.of(1, 0, 4, 5, 5.5, 100);
        HamerlyKMeans lloyd = new HamerlyKMeans(matrix, new int[] {1, 2, 3});

        lloyd.run(100, 0, () -> {});

        assertThat(lloyd.labels()).contains(0, 1, 2);
    }

    @Test
    void clustersAreNumberedByFallingSizeThenCentre() {
        FeatureMatrix matrix = Matrices.of(1, 9, 5, 0, 5.1, 0.1, 9.1, 20);

        Clustering clustering = fit(matrix, 4);

        assertThat(clustering.sizes()).containsExactly(2, 2, 2, 1);
        assertThat(clustering.labels()).containsExactly(2, 1, 0, 1, 0, 2, 3);
    }

    @Test
    void theModelAssignsEveryRowToItsLabel() {
        FeatureMatrix matrix = Matrices.blobs(500, 5);
        Clustering clustering = fit(matrix, 5);

        for (int i = 0; i < matrix.rows(); i++) {
            int start = i * matrix.columns();
            double[] row = Arrays.copyOfRange(matrix.data(), start, start + matrix.columns());
            assertThat(clustering.model().assign(row)).isEqualTo(clustering.labels()[i]);
        }
    }

    @Test
    void moreRestartsAreNeverWorse() {
        FeatureMatrix matrix = Matrices.blobs(300, 12);

        double one = Clusterers.fit(matrix, new KMeansParameters(12, Init.RANDOM, 100, 1), SEED, Progress.SILENT)
                .inertia();
        double ten = Clusterers.fit(matrix, new KMeansParameters(12, Init.RANDOM, 100, 10), SEED, Progress.SILENT)
                .inertia();

        assertThat(ten).isLessThanOrEqualTo(one);
    }

    @Test
    void duplicatedRowsDoubleTheInertiaAndKeepTheLabels() {
        FeatureMatrix matrix = Matrices.blobs(200, 4);
        double[] twice = Arrays.copyOf(matrix.data(), matrix.data().length * 2);
        System.arraycopy(matrix.data(), 0, twice, matrix.data().length, matrix.data().length);

        Clustering once = fit(matrix, 4);
        Clustering doubled = fit(new FeatureMatrix(twice, 400, matrix.columns(), matrix.names()), 4);

        assertThat(doubled.inertia()).isCloseTo(2 * once.inertia(), within(1e-9));
        assertThat(Arrays.copyOf(doubled.labels(), 200)).isEqualTo(once.labels());
    }

    @Test
    void asManyClustersAsRowsLeavesNoInertia() {
        Clustering clustering = fit(Matrices.of(1, 3, 1, 4, 2), 4);

        assertThat(clustering.inertia()).isZero();
        assertThat(clustering.sizes()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aConstantColumnChangesNothing() {
        FeatureMatrix plain = Matrices.of(1, 0, 1, 10, 11, 20, 21);
        FeatureMatrix withConstant = Matrices.of(2, 0, 7, 1, 7, 10, 7, 11, 7, 20, 7, 21, 7);

        assertThat(fit(withConstant, 3).labels()).isEqualTo(fit(plain, 3).labels());
    }

    @Test
    void fiftyFeaturesWork() {
        Random random = SEED.random();
        double[] data = random.doubles(200 * 50).toArray();

        assertThat(fit(Matrices.of(50, data), 3).centres()[0]).hasSize(50);
    }

    @Test
    void moreClustersThanCustomersAreRefused() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 1, 2, 3), 4))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The number of segments (4) is larger than the number of customers (3). "
                        + "Choose fewer segments or a file with more customers.");
    }

    @Test
    void oneCustomerIsRefused() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 1), 2))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("number of customers (1)");
    }

    @Test
    void equalCustomersAreRefused() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 5, 5, 5), 2))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("All 3 customers are equal in f0,");
    }

    @Test
    void zeroAndMinusZeroAreEqual() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 0.0, -0.0), 2)).isInstanceOf(UserFacingException.class);
    }

    @Test
    void fewerKindsOfCustomersThanClustersAreRefused() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 5, 5, 6, 6), 3))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Choose at most 2 segments");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e101})
    void valuesThatAreNotFiniteAreRefused(double value) {
        assertThatThrownBy(() -> fit(Matrices.of(2, 1, 2, 3, value, 5, 6), 2))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("Row 2")
                .hasMessageContaining("f1");
    }

    @Test
    void canBeCancelled() {
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Clusterers.fit(Matrices.blobs(50, 3), KMeansParameters.of(3), SEED, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static Clustering fit(FeatureMatrix matrix, int clusters) {
        return Clusterers.fit(matrix, KMeansParameters.of(clusters), SEED, Progress.SILENT);
    }
}
