package io.segmenta.web.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import io.segmenta.base.Seed;
import io.segmenta.cluster.AgglomerativeParameters;
import io.segmenta.cluster.Algorithm;
import io.segmenta.cluster.Covariance;
import io.segmenta.cluster.Engine;
import io.segmenta.cluster.Hyperparameters;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.cluster.KMeansParameters.Init;
import io.segmenta.cluster.KMeansParameters.Method;
import io.segmenta.cluster.Linkage;
import io.segmenta.cluster.MixtureParameters;
import io.segmenta.features.Feature;
import io.segmenta.features.TransformSettings;
import io.segmenta.features.TransformSettings.OutlierAction;
import io.segmenta.features.TransformSettings.Scaler;
import io.segmenta.run.Recipe;
import io.segmenta.testing.Example;
import io.segmenta.tune.Objective;
import io.segmenta.tune.TuningSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
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
                        new KMeansParameters(4, Init.RANDOM, Method.LLOYD, 500, 3),
                        new AgglomerativeParameters(4, Linkage.AVERAGE, Engine.WEKA),
                        new MixtureParameters(4, Covariance.DIAG, 300, 2, 1e-3, Engine.WEKA)),
                new TuningSettings(
                        List.of(Algorithm.MIXTURE, Algorithm.KMEANS),
                        7,
                        2,
                        9,
                        Objective.SILHOUETTE,
                        0.03,
                        Duration.ofSeconds(90)),
                new TransformSettings(List.of(Feature.MONETARY, Feature.RECENCY), OutlierAction.CAP, 0.05, Scaler.NONE),
                LocalDate.of(2024, 12, 31),
                null,
                new Seed(Long.MIN_VALUE));
    }

    @Property(tries = 300)
    void everyRecipeComesBackThroughTheAddress(@ForAll long seed) {
        Recipe recipe = recipe(new Seed(seed).random());

        String address = Draft.of(recipe).query().getQueryString();
        Draft draft = Draft.of(QueryParameters.fromString(address));
        Setup setup = Setup.of(draft, usual("unused"));

        assertThat(setup.recipe(recipe.dataset(), draft.mapping().orElseThrow(), draft))
                .isEqualTo(recipe);
    }

    @Test
    void aUsualRunIsChangedInTheSimpleModeAndAnUnusualOneIsNot() {
        assertThat(Setup.of(Example.recipe()).expert()).isFalse();
        assertThat(Setup.of(Example.tunedRecipe()).expert()).isFalse();
        assertThat(Setup.of(with(Example.recipe(), KMeansParameters.of(7), null))
                        .expert())
                .as("the number of segments is in the simple mode too")
                .isFalse();
        assertThat(Setup.of(with(Example.recipe(), AgglomerativeParameters.of(5, Linkage.WARD), null))
                        .expert())
                .isTrue();
    }

    @Test
    void theSearchBeginsWithWhatIsSetForTheInstallation() {
        TuningSettings own = unusual().tuning();
        assertThat(Setup.of(new Draft(Map.of()), Setup.defaults("Name", own)).tuning())
                .isEqualTo(own);
    }

    private static Recipe recipe(Random random) {
        Recipe example = Example.recipe();
        boolean tunes = random.nextBoolean();
        Recipe recipe = with(example, tunes ? null : parameters(random), tunes ? tuning(random) : null);
        List<Feature> features = shuffled(Feature.values(), random);
        return new Recipe(
                "Name " + random.nextInt(100) + " & % ü",
                recipe.dataset(),
                recipe.mapping(),
                recipe.cleaning(),
                random.nextBoolean() ? LocalDate.ofEpochDay(random.nextInt(30_000)) : null,
                new TransformSettings(
                        features,
                        one(OutlierAction.values(), random),
                        (1 + random.nextInt(500)) / 1000.0,
                        one(Scaler.values(), random)),
                recipe.hyperparameters(),
                recipe.tuning(),
                new Seed(random.nextLong()),
                random.nextBoolean() ? Integer.valueOf(7 + random.nextInt(358)) : null,
                one(new String[] {"EUR", "GBP", "JPY"}, random));
    }

    private static Hyperparameters parameters(Random random) {
        int clusters = 2 + random.nextInt(19);
        return switch (one(Algorithm.values(), random)) {
            case KMEANS ->
                new KMeansParameters(
                        clusters,
                        one(Init.values(), random),
                        one(Method.values(), random),
                        100 + random.nextInt(901),
                        1 + random.nextInt(100));
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
                random.nextBoolean() ? Duration.ofMillis(1 + random.nextInt(1_000_000)) : null);
    }

    private static Recipe with(Recipe recipe, @Nullable Hyperparameters parameters, @Nullable TuningSettings tuning) {
        return new Recipe(
                recipe.name(),
                recipe.dataset(),
                recipe.mapping(),
                recipe.cleaning(),
                recipe.snapshot(),
                recipe.transform(),
                parameters,
                tuning,
                recipe.seed(),
                recipe.horizonDays(),
                recipe.currency());
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
