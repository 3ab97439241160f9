package io.segmenta.engine.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.Clusterers;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.evaluate.Evaluation;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TunerTest {
    private static final Seed SEED = new Seed(42);
    private static final List<Algorithm> ALL = List.of(Algorithm.values());

    @Test
    void theSilhouetteAlonePicksTheDegenerateHierarchyOfOnlineRetail() {
        TuningSettings settings =
                new TuningSettings(List.of(Algorithm.AGGLOMERATIVE), 20, 3, 5, Objective.SILHOUETTE, 0.02, null);

        TuningResult result = tune(OnlineRetail.matrix(), settings);

        assertThat(result.best().score()).isCloseTo(0.6772385075563099, within(1e-9));
        assertThat(result.best().sizes()).containsExactly(4336, 2, 1);
    }

    @Test
    void usableSegmentsAreNeverBelowTheFloor() {
        FeatureMatrix matrix = OnlineRetail.matrix();

        TuningResult result = tune(matrix, TuningSettings.of(ALL));

        assertThat(result.trials()).hasSize(60);
        for (Trial trial : result.trials()) {
            int smallest = Arrays.stream(trial.sizes()).min().orElse(0);
            assertThat(trial.isFeasible()).isEqualTo(smallest >= 0.02 * matrix.rows());
            assertThat(trial.reason().isEmpty()).isEqualTo(trial.isFeasible());
        }
        assertThat(result.best().isFeasible()).isTrue();
        assertThat(result.trials().stream().min(Trial.BEST_FIRST)).contains(result.best());
        // The best usable one is at least as good as k-means with 3 segments.
        assertThat(result.best().score()).isGreaterThanOrEqualTo(0.2797);
    }

    @Test
    void theResultIsWhatItsSettingGives() {
        FeatureMatrix matrix = groups(200, 4);

        TuningResult result = tune(matrix, TuningSettings.of(ALL));

        assertThat(Clusterers.fit(matrix, result.best().parameters(), SEED, Progress.SILENT)
                        .labels())
                .isEqualTo(result.clustering().labels());
        assertThat(Evaluation.of(matrix, result.clustering().labels(), SEED, Progress.SILENT)
                        .silhouette())
                .isEqualTo(result.best().score());
        assertThat(result.best().parameters().clusters()).isEqualTo(4);
        assertThat(result.complete()).isTrue();
    }

    @Test
    void theSameSeedMakesTheSameTrials() {
        FeatureMatrix matrix = groups(150, 5);

        List<Trial> once = tune(matrix, TuningSettings.of(ALL)).trials();
        List<Trial> twice = tune(matrix, TuningSettings.of(ALL)).trials();

        assertThat(twice)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("took")
                .isEqualTo(once);
    }

    @Test
    void theNumberOfCoresDoesNotMatter() {
        FeatureMatrix matrix = groups(150, 5);

        assertThat(trialsOn(4, matrix))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("took")
                .isEqualTo(trialsOn(1, matrix));
    }

    /** Parallel streams run in the pool that they are started from. */
    private static List<Trial> trialsOn(int cores, FeatureMatrix matrix) {
        try (ForkJoinPool pool = new ForkJoinPool(cores)) {
            return pool.submit(() -> tune(matrix, TuningSettings.of(ALL)).trials())
                    .join();
        }
    }

    @Test
    void aSettingThatCameBeforeIsRemembered() {
        List<Trial> trials = tune(
                        groups(100, 3),
                        new TuningSettings(List.of(Algorithm.AGGLOMERATIVE), 40, 3, 4, Objective.SILHOUETTE, 0, null))
                .trials();

        assertThat(trials.stream().map(Trial::parameters).distinct().count()).isLessThanOrEqualTo(8);
        for (int i = 0; i < 40; i++) {
            boolean before = false;
            for (Trial earlier : trials.subList(0, i)) {
                before |= earlier.parameters().equals(trials.get(i).parameters());
            }
            assertThat(trials.get(i).remembered()).as("trial %d", i + 1).isEqualTo(before);
            assertThat(trials.get(i).took().isZero()).as("trial %d", i + 1).isEqualTo(before);
        }
    }

    @Test
    void moreIterationsThanNeededAreNoNewSetting() {
        List<Trial> trials = tune(
                        groups(100, 3),
                        new TuningSettings(List.of(Algorithm.KMEANS), 30, 3, 3, Objective.SILHOUETTE, 0, null))
                .trials();

        assertThat(trials.stream().filter(trial -> !trial.remembered()).count()).isLessThanOrEqualTo(4);
    }

    @Test
    void trialsAreToldInOrder() {
        List<Integer> told = new ArrayList<>();

        TuningResult result = Tuner.tune(
                groups(60, 3), TuningSettings.of(ALL), SEED, trial -> told.add(trial.number()), Progress.SILENT);

        assertThat(told).isEqualTo(result.trials().stream().map(Trial::number).toList());
        assertThat(told).isSorted().hasSize(60);
    }

    @Test
    void stoppingKeepsTheBestSoFar() {
        List<Trial> seen = new ArrayList<>();
        TuningWatch watch = new TuningWatch() {
            @Override
            public void finished(Trial trial) {
                seen.add(trial);
            }

            @Override
            public boolean shouldStop() {
                return seen.size() >= 12;
            }
        };

        TuningResult result = Tuner.tune(groups(60, 3), TuningSettings.of(ALL), SEED, watch, Progress.SILENT);

        assertThat(result.complete()).isFalse();
        assertThat(result.trials()).hasSize(12);
        assertThat(result.best())
                .isEqualTo(result.trials().stream().min(Trial.BEST_FIRST).orElseThrow());
    }

    @Test
    void outOfTimeTheBestSoFarIsKept() {
        TuningSettings settings =
                new TuningSettings(ALL, 300, 3, 5, Objective.USABLE_SEGMENTS, 0.02, Duration.ofNanos(1));

        TuningResult result = tune(groups(60, 3), settings);

        assertThat(result.complete()).isFalse();
        assertThat(result.trials()).hasSize(6);
    }

    @Test
    void stoppedBeforeAnythingWasFoundIsCancelled() {
        TuningWatch watch = new TuningWatch() {
            @Override
            public void finished(Trial trial) {}

            @Override
            public boolean shouldStop() {
                return true;
            }
        };

        assertThatThrownBy(() -> Tuner.tune(groups(60, 3), TuningSettings.of(ALL), SEED, watch, Progress.SILENT))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void canBeCancelled() {
        Progress cancelled = (fraction, detail) -> {
            throw new CancelledException();
        };

        assertThatThrownBy(() -> Tuner.tune(groups(60, 3), TuningSettings.of(ALL), SEED, TuningWatch.NONE, cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void whenNothingIsUsableTheWayOutIsSaid() {
        FeatureMatrix oneFarOff = new FeatureMatrix(
                new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1e6}, 11, 1, List.of("a"));
        TuningSettings settings =
                new TuningSettings(List.of(Algorithm.AGGLOMERATIVE), 10, 2, 3, Objective.USABLE_SEGMENTS, 0.3, null);

        assertThatThrownBy(() -> tune(oneFarOff, settings))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("None of the 10 settings tried gave segments of at least 30.0 %");
    }

    @Test
    void whenNothingCanBeFittedTheReasonIsSaid() {
        FeatureMatrix equal = new FeatureMatrix(new double[] {1, 1, 1, 1}, 4, 1, List.of("a"));

        assertThatThrownBy(() -> tune(equal, TuningSettings.of(ALL)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageStartingWith("All 4 customers are equal");
    }

    @Test
    void aValueThatIsNoNumberIsSaid() {
        for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            FeatureMatrix matrix = new FeatureMatrix(new double[] {1, 2, value, 4}, 4, 1, List.of("a"));
            assertThatThrownBy(() -> tune(matrix, TuningSettings.of(ALL)))
                    .isInstanceOf(UserFacingException.class)
                    .hasMessageStartingWith("Row 3 has the value " + value + " for a");
        }
    }

    @Test
    void oneCustomerIsRefused() {
        FeatureMatrix one = new FeatureMatrix(new double[] {1}, 1, 1, List.of("a"));
        assertThatThrownBy(() -> tune(one, TuningSettings.of(ALL)))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("larger than the number of customers (1)");
    }

    @Test
    void moreSegmentsThanCustomersAreTriedInVain() {
        FeatureMatrix four = new FeatureMatrix(new double[] {0, 1, 10, 11}, 4, 1, List.of("a"));
        TuningResult result = tune(four, new TuningSettings(ALL, 12, 2, 5, Objective.USABLE_SEGMENTS, 0.02, null));
        assertThat(result.best().parameters().clusters()).isBetween(2, 4);
        assertThat(result.trials())
                .filteredOn(trial -> trial.parameters().clusters() == 5)
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(trial.reason()).contains("larger than the number of customers (4)"));
    }

    @Test
    void constantColumnsAndFiftyFeaturesWork() {
        Random random = new Random(42);
        double[] data = new double[60 * 50];
        for (int i = 0; i < data.length; i++) {
            boolean constant = i % 50 >= 40;
            data[i] = constant ? 7 : i / 50 % 3 * 20 + random.nextGaussian();
        }
        List<String> names = IntStream.range(0, 50).mapToObj(j -> "f" + j).toList();
        TuningResult result = tune(new FeatureMatrix(data, 60, 50, names), TuningSettings.of(ALL));
        assertThat(result.best().parameters().clusters()).isEqualTo(3);
        assertThat(result.best().score()).isGreaterThan(0.8);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new TuningSettings(ALL, 0, 3, 5, Objective.SILHOUETTE, 0.02, null))
                .hasMessageContaining("trials (0)");
        assertThatThrownBy(() -> new TuningSettings(ALL, 301, 3, 5, Objective.SILHOUETTE, 0.02, null))
                .hasMessageContaining("trials (301)");
        assertThatThrownBy(() -> new TuningSettings(ALL, 20, 5, 3, Objective.SILHOUETTE, 0.02, null))
                .hasMessageContaining("5 to 3");
        assertThatThrownBy(() -> new TuningSettings(ALL, 20, 3, 5, Objective.SILHOUETTE, 0.6, null))
                .hasMessageContaining("60.0 %");
        assertThatThrownBy(() -> new TuningSettings(List.of(), 20, 3, 5, Objective.SILHOUETTE, 0.02, null))
                .hasMessageContaining("at least one algorithm");
        assertThatThrownBy(() -> new TuningSettings(ALL, 20, 3, 5, Objective.SILHOUETTE, 0.02, Duration.ZERO))
                .hasMessageContaining("longer than nothing");
    }

    private static TuningResult tune(FeatureMatrix matrix, TuningSettings settings) {
        return Tuner.tune(matrix, settings, SEED, TuningWatch.NONE, Progress.SILENT);
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
