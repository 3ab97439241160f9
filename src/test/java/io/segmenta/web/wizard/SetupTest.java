package io.segmenta.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.testing.Example;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetupTest {
    static Setup usual(String name) {
        return Setup.defaults(name, TuningChoice.USUAL);
    }

    /** Nothing in it is the usual. */
    static Setup unusual() {
        return new Setup(
                "Spring & summer",
                true,
                true,
                new Algorithms(
                        Algorithm.MIXTURE,
                        new KMeansParameters(4, Init.RANDOM, KMeansParameters.Method.LLOYD, 500, 3),
                        new AgglomerativeParameters(4, Linkage.AVERAGE, Engine.WEKA),
                        new MixtureParameters(4, Covariance.DIAG, 300, 2, 1e-3, Engine.WEKA)),
                new TuningSettings(
                        List.of(Algorithm.MIXTURE, Algorithm.KMEANS),
                        7,
                        2,
                        9,
                        Objective.SILHOUETTE,
                        0.03,
                        Duration.ofSeconds(90),
                        List.of(Engine.values())),
                new TransformSettings(List.of(Feature.MONETARY, Feature.RECENCY), OutlierAction.CAP, 0.05, Scaler.NONE),
                false,
                LocalDate.of(2024, 12, 31),
                null,
                new Seed(Long.MIN_VALUE));
    }

    @Test
    void aUsualRunIsChangedInTheSimpleModeAndAnUnusualOneIsNot() {
        assertThat(Setup.of(Example.recipe()).expert()).isFalse();
        assertThat(Setup.of(Example.tunedRecipe()).expert()).isFalse();
        assertThat(Setup.of(Example.recipe(new Method.Given(KMeansParameters.of(7))))
                        .expert())
                .as("the number of segments is in the simple mode too")
                .isFalse();
        assertThat(Setup.of(Example.recipe(new Method.Given(AgglomerativeParameters.of(5, Linkage.WARD))))
                        .expert())
                .isTrue();
    }

    @Test
    void theSearchBeginsWithWhatIsSetForTheInstallation() {
        TuningSettings own = unusual().tuning();
        assertThat(Setup.of(new Draft(Map.of()), Setup.defaults("Name", own)).tuning())
                .isEqualTo(own);
    }
}
