package io.segmenta.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether work should go on is asked between small units of it, so that a cancelled run ends soon however large the data are. */
class CancellationTest {
    private static final Seed SEED = new Seed(42);
    private static final FeatureMatrix NOISE = Matrices.noise(3_000, 3, 1);
    private static final FeatureMatrix LARGE = Matrices.noise(20_500, 2, 1);

    /** The least number of times that each is asked: once an iteration, once per hundred merges, once per block of rows. */
    static Stream<Arguments> work() {
        return Stream.of(
                work("k-means", NOISE, KMeansParameters.of(5), 10 * 5),
                work("Ward", NOISE, AgglomerativeParameters.of(5, Linkage.WARD), 29),
                work("average linkage", NOISE, AgglomerativeParameters.of(5, Linkage.AVERAGE), 29),
                work("mixture", NOISE, MixtureParameters.of(5, Covariance.FULL), 20),
                work("micro-clusters", LARGE, AgglomerativeParameters.of(5, Linkage.WARD), 3 + 5 + 19));
    }

    private static Arguments work(String name, FeatureMatrix matrix, Hyperparameters parameters, int least) {
        return Arguments.of(Named.of(name, matrix), parameters, least);
    }

    @ParameterizedTest
    @MethodSource("work")
    void isAskedOftenAndHeeded(FeatureMatrix matrix, Hyperparameters parameters, int least) {
        AtomicInteger asked = new AtomicInteger();
        var unused = Clusterers.fit(matrix, parameters, SEED, (fraction, detail) -> asked.incrementAndGet());
        assertThat(asked.get()).isGreaterThanOrEqualTo(least);

        AtomicInteger left = new AtomicInteger(least / 2);
        Progress cancelling = (fraction, detail) -> {
            if (left.decrementAndGet() < 0) {
                throw new CancelledException();
            }
        };
        assertThatThrownBy(() -> Clusterers.fit(matrix, parameters, SEED, cancelling))
                .isInstanceOf(CancelledException.class);
    }
}
