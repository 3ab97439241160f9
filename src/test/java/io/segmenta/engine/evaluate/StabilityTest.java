package io.segmenta.engine.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.CollapsedMixture;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StabilityTest {
    private static final Seed SEED = new Seed(42);

    static Stream<Hyperparameters> algorithms() {
        return Stream.of(
                KMeansParameters.of(3),
                AgglomerativeParameters.of(3, Linkage.COMPLETE),
                MixtureParameters.of(3, Covariance.DIAG));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void separatedGroupsAreFoundAgain(Hyperparameters parameters) {
        FeatureMatrix matrix = groups(240, 3);

        Stability stability = stability(matrix, parameters);

        assertThat(stability.jaccard()).containsExactly(1, 1, 1);
    }

    @Test
    void groupsCutAtRandomAreNotFoundAgain() {
        double[] noise = new Random(5).doubles(180).toArray();

        Stability stability =
                stability(new FeatureMatrix(noise, 60, 3, List.of("a", "b", "c")), KMeansParameters.of(9));

        assertThat(Arrays.stream(stability.jaccard()).average().orElseThrow()).isBetween(0.2, 0.8);
    }

    @Test
    void theSameSeedGivesTheSameStability() {
        double[] noise = new Random(5).doubles(300).toArray();
        FeatureMatrix matrix = new FeatureMatrix(noise, 150, 2, List.of("a", "b"));

        assertThat(stability(matrix, KMeansParameters.of(4)).jaccard())
                .isEqualTo(stability(matrix, KMeansParameters.of(4)).jaccard());
    }

    @Test
    void aDrawThatCannotBeDividedIsOneCluster() {
        // Of two rows half of the draws hold only one.
        Stability stability =
                stability(new FeatureMatrix(new double[] {0, 1}, 2, 1, List.of("a")), KMeansParameters.of(2));

        assertThat(stability.jaccard()).containsExactly(1, 1);
    }

    @Test
    void gradesFollowTheBands() {
        assertThat(DoubleStream.of(0.85, 0.8499, 0.75, 0.6, 0.5999, 0).mapToObj(Quality::ofJaccard))
                .containsExactly(
                        Quality.EXCELLENT, Quality.GOOD, Quality.GOOD, Quality.FAIR, Quality.POOR, Quality.POOR);
    }

    @Test
    void canBeCancelled() {
        FeatureMatrix matrix = groups(60, 3);
        Clustering clustering = Clusterers.fit(matrix, KMeansParameters.of(3), SEED, Progress.SILENT);
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Stability.of(matrix, clustering, KMeansParameters.of(3), SEED, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    /** Low memory, for one, must not look like an unstable segment. */
    @Test
    void anotherFailureIsNoBadGrade() {
        FeatureMatrix matrix = groups(60, 3);
        Clustering clustering = Clusterers.fit(matrix, KMeansParameters.of(3), SEED, Progress.SILENT);
        Progress noMemory = (fraction, detail) -> {
            throw new UserFacingException("The distances need more memory.");
        };

        assertThatThrownBy(() -> Stability.of(matrix, clustering, KMeansParameters.of(3), SEED, noMemory))
                .isInstanceOf(UserFacingException.class)
                .hasMessage("The distances need more memory.");
    }

    /** A draw on which the mixture of all rows collapses finds no segment again; the run goes on. */
    @Test
    void aDrawOnWhichTheMixtureCollapsesFindsNothingAgain() {
        FeatureMatrix matrix = groups(60, 3);
        Clustering clustering = Clusterers.fit(matrix, KMeansParameters.of(3), SEED, Progress.SILENT);
        Progress collapsing = (fraction, detail) -> {
            throw new CollapsedMixture("A segment of the Gaussian mixture has collapsed.");
        };

        double[] jaccard = Stability.of(matrix, clustering, KMeansParameters.of(3), SEED, collapsing)
                .jaccard();

        assertThat(jaccard).hasSize(3);
        assertThat(Arrays.stream(jaccard)).allMatch(index -> index < 0.6);
    }

    @Test
    void theCurveEndsWhereThereAreNoMoreDifferentRows() {
        FeatureMatrix matrix = new FeatureMatrix(new double[] {0, 0, 1, 1, 5, 5}, 6, 1, List.of("a"));

        assertThat(ClusterCurve.of(matrix, 2, 5, SEED, Progress.SILENT).points())
                .extracting(ClusterCurve.Point::clusters)
                .containsExactly(2, 3);
    }

    @Test
    void theCurveDoesNotEndSilentlyForAnotherReason() {
        Progress noMemory = (fraction, detail) -> {
            throw new UserFacingException("The distances need more memory.");
        };

        assertThatThrownBy(() -> ClusterCurve.of(groups(60, 3), 2, 8, SEED, noMemory))
                .isInstanceOf(UserFacingException.class);
    }

    @Test
    void theCurveFallsAndPeaksAtTheTrueNumberOfGroups() {
        ClusterCurve curve = ClusterCurve.of(groups(200, 4), 2, 8, SEED, Progress.SILENT);

        assertThat(curve.points()).extracting(ClusterCurve.Point::clusters).containsExactly(2, 3, 4, 5, 6, 7, 8);
        for (int i = 1; i < 7; i++) {
            assertThat(curve.points().get(i).inertia())
                    .isLessThan(curve.points().get(i - 1).inertia());
        }
        assertThat(curve.points())
                .allMatch(point -> point.silhouette() <= curve.points().get(2).silhouette());
    }

    private static Stability stability(FeatureMatrix matrix, Hyperparameters parameters) {
        Clustering clustering = Clusterers.fit(matrix, parameters, SEED, Progress.SILENT);
        return Stability.of(matrix, clustering, parameters, SEED, Progress.SILENT);
    }

    private static FeatureMatrix groups(int rows, int groups) {
        Random random = new Random(42);
        double[] data = new double[rows * 2];
        for (int i = 0; i < data.length; i++) {
            data[i] = i / 2 % groups * 20 + random.nextGaussian();
        }
        return new FeatureMatrix(data, rows, 2, List.of("a", "b"));
    }
}
