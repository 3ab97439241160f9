package io.segmenta.engine.cluster.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.Matrices;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Dendrogram;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.HierarchyModel;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgglomerativeTest {
    private static final Seed SEED = new Seed(42);

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void equalsScikitLearnOnOnlineRetail(Linkage linkage) {
        FeatureMatrix matrix = OnlineRetail.matrix();
        HierarchyTree tree = HierarchyTree.grow(matrix, linkage, SEED, Progress.SILENT);

        for (int clusters = 3; clusters <= 5; clusters++) {
            assertThat(samePartition(
                            tree.cut(matrix, clusters).labels(), OnlineRetail.labels(linkage.key() + clusters)))
                    .as("%s %d", linkage, clusters)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WARD")
    void equalsWekaOnFiftyRandomDataSets(Linkage linkage) {
        for (int set = 0; set < 50; set++) {
            FeatureMatrix matrix = Matrices.noise(20 + set, 1 + set % 5, set);
            int clusters = 2 + set % 19;

            assertThat(fit(matrix, linkage, clusters, Engine.SEGMENTA).labels())
                    .as("%s, set %d", linkage, set)
                    .isEqualTo(fit(matrix, linkage, clusters, Engine.WEKA).labels());
        }
    }

    /** The textbook way: look at all pairs, merge the two whose union raises the inertia least, begin again. */
    @Test
    void wardEqualsItsDefinitionOnRandomData() {
        for (int set = 0; set < 20; set++) {
            FeatureMatrix matrix = Matrices.noise(30, 1 + set % 4, set);

            Dendrogram tree = tree(matrix, Linkage.WARD);

            double inertia = 0;
            for (int clusters = matrix.rows(); clusters > 1; clusters--) {
                // Each height is √(2 · the rise of the inertia).
                double height = tree.heights()[matrix.rows() - clusters];
                inertia += height * height / 2;
                assertThat(Clustering.ofMeans(matrix, tree.cut(clusters - 1)).inertia())
                        .as("set %d, %d clusters", set, clusters - 1)
                        .isCloseTo(inertia, within(1e-9));
                assertThat(leastRise(matrix, tree.cut(clusters))).isCloseTo(height * height / 2, within(1e-9));
            }
        }
    }

    private static double leastRise(FeatureMatrix matrix, int[] labels) {
        int clusters = Arrays.stream(labels).max().orElseThrow() + 1;
        double before = Clustering.ofMeans(matrix, labels).inertia();
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < clusters; a++) {
            for (int b = a + 1; b < clusters; b++) {
                int from = b;
                int to = a;
                int[] merged = Arrays.stream(labels)
                        .map(label -> label == from ? to : label)
                        .toArray();
                least = Math.min(least, Clustering.ofMeans(matrix, merged).inertia() - before);
            }
        }
        return least;
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void heightsNeverFall(Linkage linkage) {
        assertThat(tree(Matrices.noise(200, 3, 5), linkage).heights()).isSorted();
    }

    /** Three points on a line at 0, 1 and 5. */
    @ParameterizedTest
    @EnumSource(Linkage.class)
    void heightsOfAHandWorkedTree(Linkage linkage) {
        double last =
                switch (linkage) {
                    case SINGLE -> 4;
                    case COMPLETE -> 5;
                    case AVERAGE -> 4.5;
                    case WARD -> 4.5 * Math.sqrt(2 * 2 * 1 / 3.0);
                };

        Dendrogram tree = tree(Matrices.of(1, 5, 0, 1), linkage);

        assertThat(tree.heights()).containsExactly(new double[] {1, last}, within(1e-12));
        assertThat(tree.left()).containsExactly(1, 0);
        assertThat(tree.right()).containsExactly(2, 3);
    }

    /** Rows that repeat weigh as much as one row with that weight. */
    @ParameterizedTest
    @EnumSource(Linkage.class)
    void weightsStandForRepeatedRows(Linkage linkage) {
        FeatureMatrix once = Matrices.noise(40, 2, 9);
        int[] sizes = new Random(3).ints(40, 1, 6).toArray();
        double[] repeated = new double[2 * Arrays.stream(sizes).sum()];
        int to = 0;
        for (int i = 0; i < 40; i++) {
            for (int copy = 0; copy < sizes[i]; copy++) {
                repeated[to++] = once.at(i, 0);
                repeated[to++] = once.at(i, 1);
            }
        }

        Dendrogram weighted = Agglomerative.dendrogram(once, sizes, linkage, Progress.SILENT);
        double[] heights = tree(Matrices.of(2, repeated), linkage).heights();

        double[] last = Arrays.copyOfRange(heights, heights.length - 39, heights.length);
        assertThat(weighted.heights()).containsExactly(last, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void theOrderOfRowsDoesNotMatter(Linkage linkage) {
        FeatureMatrix matrix = Matrices.noise(100, 2, 4);
        double[] reversed = new double[200];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(matrix.data(), 2 * i, reversed, 198 - 2 * i, 2);
        }

        int[] labels = fit(matrix, linkage, 6, Engine.SEGMENTA).labels();
        int[] backwards =
                fit(Matrices.of(2, reversed), linkage, 6, Engine.SEGMENTA).labels();

        for (int i = 0; i < 100; i++) {
            assertThat(backwards[99 - i]).isEqualTo(labels[i]);
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void equalRowsStayTogether(Linkage linkage) {
        FeatureMatrix matrix = Matrices.of(1, 3, 7, 3, 7, 3, 20);

        assertThat(fit(matrix, linkage, 3, Engine.SEGMENTA).labels()).containsExactly(0, 1, 0, 1, 0, 2);
    }

    @Test
    void aHierarchyIsKeptForDrawing() {
        FeatureMatrix matrix = Matrices.blobs(200, 3);

        Clustering clustering = fit(matrix, Linkage.AVERAGE, 3, Engine.SEGMENTA);

        assertThat(clustering.model()).isInstanceOfSatisfying(HierarchyModel.class, model -> {
            assertThat(model.linkage()).isEqualTo(Linkage.AVERAGE);
            assertThat(model.top().leaves()).isEqualTo(50);
            assertThat(Arrays.stream(model.top().sizes()).sum()).isEqualTo(200);
            assertThat(model.assign(new double[] {10, 10, 10}))
                    .isEqualTo(clustering.labels()[1]);
        });
        assertThat(clustering.caveats()).isEmpty();
    }

    @Test
    void theTopOfATreeCutsAsTheTree() {
        Dendrogram tree = tree(Matrices.noise(80, 2, 8), Linkage.COMPLETE);
        int[] leaf = tree.cut(12);

        Dendrogram top = tree.top(12);

        for (int clusters = 1; clusters <= 12; clusters++) {
            int[] ofTop = top.cut(clusters);
            assertThat(Arrays.stream(leaf).map(l -> ofTop[l]).toArray()).isEqualTo(tree.cut(clusters));
        }
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void aboveTwentyThousandRowsMicroClustersAreMerged(Linkage linkage) {
        FeatureMatrix matrix = Matrices.blobs(20_001, 3);

        Clustering clustering = fit(matrix, linkage, 3, Engine.SEGMENTA);

        for (int i = 0; i < matrix.rows(); i++) {
            assertThat(clustering.labels()[i]).isEqualTo(clustering.labels()[i % 3]);
        }
        assertThat(clustering.sizes()).containsExactly(6667, 6667, 6667);
        assertThat(clustering.caveats())
                .containsExactly(
                        "With more than 20,000 customers, k-means first gathered them into 2,000 small groups, "
                                + "and these were merged.");
    }

    @Test
    void fewKindsOfRowsMakeFewMicroClusters() {
        double[] data = new double[20_001];
        for (int i = 0; i < data.length; i++) {
            data[i] = i % 5;
        }

        Clustering clustering = fit(Matrices.of(1, data), Linkage.WARD, 5, Engine.SEGMENTA);

        assertThat(clustering.inertia()).isZero();
    }

    @Test
    void wekasWardIsRefused() {
        assertThatThrownBy(() -> new AgglomerativeParameters(3, Linkage.WARD, Engine.WEKA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("engine Segmenta");
    }

    @Test
    void wekaTakesAtMostAThousandRows() {
        assertThatThrownBy(() -> fit(Matrices.noise(1_001, 1, 1), Linkage.SINGLE, 3, Engine.WEKA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("at most 1,000 customers, and there are 1,001");
    }

    @Test
    void clustersOutOfRangeAreRefused() {
        for (int clusters : List.of(1, 21)) {
            assertThatThrownBy(() -> AgglomerativeParameters.of(clusters, Linkage.WARD))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageContaining("between 2 and 20");
        }
    }

    @Test
    void equalCustomersAreRefused() {
        assertThatThrownBy(() -> fit(Matrices.of(1, 2, 2, 2), Linkage.WARD, 2, Engine.SEGMENTA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("equal");
    }

    @ParameterizedTest
    @EnumSource(Linkage.class)
    void canBeCancelled(Linkage linkage) {
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Clusterers.fit(
                        Matrices.noise(300, 2, 1), AgglomerativeParameters.of(3, linkage), SEED, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    private static Clustering fit(FeatureMatrix matrix, Linkage linkage, int clusters, Engine engine) {
        return Clusterers.fit(matrix, new AgglomerativeParameters(clusters, linkage, engine), SEED, Progress.SILENT);
    }

    private static Dendrogram tree(FeatureMatrix matrix, Linkage linkage) {
        return HierarchyTree.grow(matrix, linkage, SEED, Progress.SILENT).dendrogram();
    }

    /** Equal up to the numbers of the clusters: stricter than an adjusted Rand index of 0.999. */
    private static boolean samePartition(int[] a, int[] b) {
        long pairs = java.util.stream.IntStream.range(0, a.length)
                .mapToObj(i -> List.of(a[i], b[i]))
                .distinct()
                .count();
        return pairs == Arrays.stream(a).distinct().count()
                && pairs == Arrays.stream(b).distinct().count();
    }
}
