package io.segmenta.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Clustering;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.KMeansParameters.Method;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.testing.OnlineRetail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which engine makes a clustering, and that its numbers do not depend on it. */
class ClusterersTest {
    private static final Seed SEED = new Seed(42);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void kMeansIsWekasWithTheNumbersOfOursToTheBit(int clusters) {
        FeatureMatrix matrix = OnlineRetail.matrix();

        Clustering wekas = fit(matrix, KMeansParameters.of(clusters));
        Clustering ours = fit(matrix, KMeansParameters.of(clusters).quickly());

        assertThat(wekas.engine()).isEqualTo(Engine.WEKA);
        assertThat(ours.engine()).isEqualTo(Engine.SEGMENTA);
        assertThat(wekas.labels()).isEqualTo(ours.labels());
        assertThat(wekas.centres()).isDeepEqualTo(ours.centres());
        assertThat(wekas.inertia()).isEqualTo(ours.inertia());
        assertThat(wekas.iterations()).isEqualTo(ours.iterations());
        assertThat(wekas.caveats()).isEqualTo(ours.caveats());
    }

    @Test
    void aboveTwentyThousandRowsKMeansIsOurs() {
        KMeansParameters once = new KMeansParameters(4, Init.K_MEANS_PLUS_PLUS, 300, 1);

        assertThat(fit(Matrices.blobs(20_000, 4), once).engine()).isEqualTo(Engine.WEKA);
        assertThat(fit(Matrices.blobs(20_001, 4), once).engine()).isEqualTo(Engine.SEGMENTA);
    }

    @Test
    void wekasIsKeptUnlessItsInertiaIsAThousandthAboveOurs() {
        Clustering ours = Clustering.ofMeans(Matrices.of(1, 0, 2, 10, 12), new int[] {0, 0, 1, 1});

        assertThat(Clusterers.isAsGood(withInertia(ours, 4.0039), ours)).isTrue();
        assertThat(Clusterers.isAsGood(withInertia(ours, 4.0041), ours)).isFalse();
        assertThat(Clusterers.isAsGood(Clustering.ofMeans(Matrices.of(1, 0, 0, 0, 0), new int[] {0, 0, 0, 0}), ours))
                .as("fewer clusters")
                .isFalse();
    }

    private static Clustering withInertia(Clustering like, double inertia) {
        return new Clustering(
                like.labels(),
                like.sizes(),
                like.centres(),
                inertia,
                like.model(),
                like.iterations(),
                like.caveats(),
                Engine.WEKA);
    }

    @Test
    void whoMadeItIsSaid() {
        FeatureMatrix matrix = Matrices.blobs(60, 3);

        assertThat(fit(matrix, new KMeansParameters(3, Init.RANDOM, Method.LLOYD, 100, 2))
                        .engine())
                .isEqualTo(Engine.WEKA);
        for (Engine engine : Engine.values()) {
            assertThat(fit(matrix, new AgglomerativeParameters(3, Linkage.AVERAGE, engine))
                            .engine())
                    .isEqualTo(engine);
            assertThat(fit(matrix, MixtureParameters.of(3, Covariance.DIAG).by(engine))
                            .engine())
                    .isEqualTo(engine);
        }
    }

    @Test
    void ourEngineHasNoLloyd() {
        assertThatThrownBy(() -> new KMeansParameters(3, Init.RANDOM, Method.LLOYD, 100, 2, Engine.SEGMENTA))
                .isInstanceOf(UserFacingException.class)
                .hasMessageContaining("engine Weka");
    }

    private static Clustering fit(FeatureMatrix matrix, Hyperparameters parameters) {
        return Clusterers.fit(matrix, parameters, SEED, Progress.SILENT);
    }
}
