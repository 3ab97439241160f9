package io.segmenta.web.wizard;

import io.segmenta.base.Fingerprint;
import io.segmenta.base.Seed;
import io.segmenta.cluster.KMeansParameters;
import io.segmenta.cluster.KMeansParameters.Init;
import io.segmenta.features.Feature;
import io.segmenta.features.TransformSettings;
import io.segmenta.features.TransformSettings.OutlierAction;
import io.segmenta.features.TransformSettings.Scaler;
import io.segmenta.run.Recipe;
import io.segmenta.transactions.ColumnMapping;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to segment, as far as it was chosen; numbers out of range are kept as typed and refused by {@link #recipe}.
 *
 * @param name blank where the user gave none
 * @param expert whether every setting is shown
 */
public record Setup(
        String name,
        boolean expert,
        int segments,
        List<Feature> features,
        OutlierAction outliers,
        Scaler scaler,
        Init init,
        int iterations,
        int restarts,
        long seed) {
    /** A quarter. */
    private static final int FORECAST_DAYS = 91;

    private static final TransformSettings TRANSFORM = TransformSettings.defaults();
    private static final KMeansParameters KMEANS = KMeansParameters.of(5);

    public Setup {
        features = List.copyOf(features);
    }

    public static Setup defaults(String name) {
        return new Setup(
                name,
                false,
                KMEANS.clusters(),
                TRANSFORM.features(),
                TRANSFORM.outliers(),
                TRANSFORM.scaler(),
                KMEANS.init(),
                KMEANS.maxIterations(),
                KMEANS.restarts(),
                42);
    }

    public static Setup of(Draft draft, String defaultName) {
        Setup defaults = defaults(defaultName);
        return new Setup(
                draft.text("name").orElse(defaults.name),
                draft.text("mode").filter("expert"::equals).isPresent(),
                draft.choice("segments", Integer::valueOf).orElse(defaults.segments),
                draft.text("features")
                        .map(Setup::features)
                        .filter(list -> !list.isEmpty())
                        .orElse(defaults.features),
                draft.choice("outliers", text -> Draft.constant(OutlierAction.class, text))
                        .orElse(defaults.outliers),
                draft.choice("scaler", text -> Draft.constant(Scaler.class, text))
                        .orElse(defaults.scaler),
                draft.choice("init", text -> Draft.constant(Init.class, text)).orElse(defaults.init),
                draft.choice("iterations", Integer::valueOf).orElse(defaults.iterations),
                draft.choice("restarts", Integer::valueOf).orElse(defaults.restarts),
                draft.choice("seed", Long::valueOf).orElse(defaults.seed));
    }

    static Setup of(Recipe recipe) {
        TransformSettings transform = recipe.transform();
        KMeansParameters kmeans = recipe.hyperparameters() instanceof KMeansParameters parameters ? parameters : KMEANS;
        return new Setup(
                recipe.name(),
                false,
                kmeans.clusters(),
                transform.features(),
                transform.outliers(),
                transform.scaler(),
                kmeans.init(),
                kmeans.maxIterations(),
                kmeans.restarts(),
                recipe.seed().value());
    }

    public Setup named(String newName, boolean newExpert, int newSegments) {
        return new Setup(newName, newExpert, newSegments, features, outliers, scaler, init, iterations, restarts, seed);
    }

    public Draft in(Draft draft) {
        return draft.with("name", name)
                .with("mode", expert ? "expert" : null)
                .with("segments", String.valueOf(segments))
                .with("features", features.stream().map(Feature::key).collect(Collectors.joining(",")))
                .with("outliers", Draft.word(outliers))
                .with("scaler", Draft.word(scaler))
                .with("init", Draft.word(init))
                .with("iterations", String.valueOf(iterations))
                .with("restarts", String.valueOf(restarts))
                .with("seed", String.valueOf(seed));
    }

    /**
     * The recipe of the run to start.
     *
     * @throws io.segmenta.base.UserFacingException where a number is out of its range
     */
    public Recipe recipe(Fingerprint dataset, ColumnMapping mapping, Draft draft) {
        return new Recipe(
                name,
                dataset,
                mapping,
                draft.rules(),
                null,
                new TransformSettings(features, outliers, TRANSFORM.contamination(), scaler),
                new KMeansParameters(segments, init, iterations, restarts),
                new Seed(seed),
                FORECAST_DAYS,
                draft.currency().orElse("EUR"));
    }

    private static List<Feature> features(String keys) {
        List<String> chosen = List.of(keys.split(","));
        return Stream.of(Feature.values()).filter(f -> chosen.contains(f.key())).toList();
    }
}
