package io.segmenta.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.AgglomerativeParameters;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Covariance;
import io.segmenta.engine.cluster.model.Engine;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.cluster.model.KMeansParameters;
import io.segmenta.engine.cluster.model.KMeansParameters.Init;
import io.segmenta.engine.cluster.model.Linkage;
import io.segmenta.engine.cluster.model.MixtureParameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.TransformSettings.OutlierAction;
import io.segmenta.engine.features.TransformSettings.Scaler;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.tune.Objective;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.testing.Cases;
import io.segmenta.testing.Example;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetupPropertyTest {
    @Test
    void everyRecipeComesBackThroughTheAddress() {
        Cases.check(300, drawn -> {
            Recipe recipe = recipe(drawn.random());

            String address = Setup.draft(recipe).query().getQueryString();
            Draft draft = Draft.of(QueryParameters.fromString(address));
            Setup setup = Setup.of(draft, SetupTest.usual("unused"));

            assertThat(setup.recipe(
                            new Source(
                                    recipe.source().dataset(), draft.mapping().orElseThrow()),
                            draft))
                    .isEqualTo(recipe);
        });
    }

    private static Recipe recipe(Random random) {
        Method method =
                random.nextBoolean() ? new Method.Searched(tuning(random)) : new Method.Given(parameters(random));
        List<Feature> features = shuffled(Feature.values(), random);
        Recipe given = Recipe.of(
                        "Name " + random.nextInt(100) + " & % ü",
                        Example.recipe().source(),
                        method,
                        new Seed(random.nextLong()))
                .withSnapshot(random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(30_000)) : null)
                .withTransform(new TransformSettings(
                        features,
                        one(OutlierAction.values(), random),
                        (1 + random.nextInt(500)) / 1000.0,
                        one(Scaler.values(), random)))
                .withHorizon(random.nextBoolean() ? new Horizon(7 + random.nextInt(358)) : null)
                .withCurrency(Currency.getInstance(one(new String[] {"EUR", "GBP", "JPY"}, random)));
        return random.nextBoolean() ? given.choosingFeatures() : given;
    }

    private static Hyperparameters parameters(Random random) {
        int clusters = 2 + random.nextInt(19);
        return switch (one(Algorithm.values(), random)) {
            case KMEANS -> {
                KMeansParameters.Method method = one(KMeansParameters.Method.values(), random);
                yield new KMeansParameters(
                        clusters,
                        one(Init.values(), random),
                        method,
                        100 + random.nextInt(901),
                        1 + random.nextInt(100),
                        method == KMeansParameters.Method.LLOYD ? Engine.WEKA : one(Engine.values(), random));
            }
            case AGGLOMERATIVE -> {
                Linkage linkage = one(Linkage.values(), random);
                yield new AgglomerativeParameters(
                        clusters, linkage, linkage == Linkage.WARD ? Engine.SEGMENTA : one(Engine.values(), random));
            }
            case MIXTURE -> {
                Covariance covariance = one(Covariance.values(), random);
                yield new MixtureParameters(
                        clusters,
                        covariance,
                        100 + random.nextInt(401),
                        1 + random.nextInt(100),
                        Math.pow(10, -8 * random.nextDouble()),
                        covariance == Covariance.DIAG ? one(Engine.values(), random) : Engine.SEGMENTA);
            }
        };
    }

    private static TuningSettings tuning(Random random) {
        int fewest = 2 + random.nextInt(19);
        return new TuningSettings(
                shuffled(Algorithm.values(), random),
                1 + random.nextInt(300),
                fewest,
                fewest + random.nextInt(21 - fewest),
                one(Objective.values(), random),
                random.nextDouble() / 2,
                random.nextBoolean() ? Duration.ofMillis(1 + random.nextInt(1_000_000)) : null,
                random.nextBoolean() ? List.of(Engine.values()) : List.of(Engine.SEGMENTA));
    }

    private static <T> T one(T[] of, Random random) {
        return of[random.nextInt(of.length)];
    }

    /** Some of them, at least one, in any order. */
    private static <T> List<T> shuffled(T[] all, Random random) {
        List<T> list = new ArrayList<>(List.of(all));
        Collections.shuffle(list, random);
        return list.subList(0, 1 + random.nextInt(list.size()));
    }
}
