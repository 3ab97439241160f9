package io.segmenta.web.wizard;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.pipeline.Method;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Source;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.tune.TuningSettings;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to segment, as far as it was chosen. Everything in it is what the engine takes: a choice in an address that the engine would refuse counts
 * as not made. What is not used at the moment is kept too, so that going back and forth loses nothing.
 *
 * @param name blank where the user gave none
 * @param expert whether every setting is shown
 * @param tunes whether the hyperparameters are searched for
 * @param algorithms what is used where they are not
 * @param tuning the search where they are
 * @param choosesFeatures whether the data choose the features, whatever those of the transform are
 * @param snapshot the day from which recency counts, or null for the day after the last purchase
 * @param horizon of the forecasts, or null for none
 */
public record Setup(
        String name,
        boolean expert,
        boolean tunes,
        Algorithms algorithms,
        TuningSettings tuning,
        TransformSettings transform,
        boolean choosesFeatures,
        @Nullable LocalDate snapshot,
        @Nullable Horizon horizon,
        Seed seed) {
    private static final String NONE = "none";

    private static final Currency EURO = Currency.getInstance("EUR");

    /** @param tuning what a search begins with in this installation */
    public static Setup defaults(String name, TuningSettings tuning) {
        return new Setup(
                name,
                false,
                false,
                Algorithms.usual(),
                tuning,
                TransformSettings.defaults(),
                true,
                null,
                Horizon.USUAL,
                new Seed(42));
    }

    public static Setup of(Draft draft, Setup defaults) {
        return new Setup(
                draft.text("name").orElse(defaults.name),
                draft.text("mode").filter("expert"::equals).isPresent(),
                draft.text("find").filter("best"::equals).isPresent(),
                Algorithms.of(draft),
                TuningChoice.of(draft, defaults.tuning),
                TransformChoice.of(draft),
                TransformChoice.isOpen(draft),
                draft.choice("snapshot", LocalDate::parse).orElse(null),
                draft.text("horizon").filter(NONE::equals).isPresent()
                        ? null
                        : draft.choice("horizon", text -> new Horizon(Integer.parseInt(text)))
                                .orElse(defaults.horizon),
                draft.choice("seed", Long::valueOf).map(Seed::new).orElse(defaults.seed));
    }

    /** What led to a run: made into a recipe with the same columns and rules, it is the run's again. Simple where nothing unusual would be hidden. */
    static Setup of(Recipe recipe) {
        Method method = recipe.method();
        boolean open = recipe.features() != FeatureChoice.GIVEN;
        Setup exact = new Setup(
                recipe.name(),
                true,
                method instanceof Method.Searched,
                method instanceof Method.Given(Hyperparameters given)
                        ? Algorithms.usual().with(given)
                        : Algorithms.usual(),
                method.search().orElse(TuningChoice.USUAL),
                open ? recipe.transform().of(FeatureSet.ORIGINAL.features()) : recipe.transform(),
                open,
                recipe.snapshot(),
                recipe.horizon(),
                recipe.seed());
        Setup usual = defaults(exact.name, TuningChoice.USUAL)
                .comparing(exact.choosesFeatures)
                .with(false, exact.tunes, Algorithms.usual().withSegments(exact.algorithms.segments()));
        Setup simple = exact.with(false, exact.tunes, exact.algorithms);
        return simple.equals(usual) ? simple : exact;
    }

    private Setup with(boolean nowExpert, boolean nowTunes, Algorithms now) {
        return new Setup(name, nowExpert, nowTunes, now, tuning, transform, choosesFeatures, snapshot, horizon, seed);
    }

    private Setup comparing(boolean chooses) {
        return new Setup(name, expert, tunes, algorithms, tuning, transform, chooses, snapshot, horizon, seed);
    }

    /** The wizard as it led to a run, to begin from there again. */
    public static Draft draft(Recipe recipe) {
        ColumnMapping mapping = recipe.source().mapping();
        Draft draft = Draft.of(recipe.source().dataset())
                .withDateOrder(mapping.dateOrder())
                .withDecimals(mapping.decimals())
                .withCurrency(recipe.currency())
                .withRules(recipe.cleaning());
        for (Map.Entry<Field, String> entry : mapping.headers().entrySet()) {
            draft = draft.withHeader(entry.getKey(), entry.getValue());
        }
        return of(recipe).in(draft);
    }

    public Draft in(Draft draft) {
        Draft with = draft.with("name", name)
                .with("mode", expert ? "expert" : null)
                .with("find", tunes ? "best" : null)
                .with("snapshot", snapshot == null ? null : snapshot.toString())
                .with("horizon", horizon == null ? NONE : String.valueOf(horizon.days()))
                .with("seed", String.valueOf(seed.value()));
        return TransformChoice.in(TuningChoice.in(algorithms.in(with), tuning), transform, choosesFeatures);
    }

    /**
     * The recipe of the run to start.
     *
     * @throws io.segmenta.engine.base.UserFacingException where something does not fit together
     */
    public Recipe recipe(Source source, Draft draft) {
        Method method = tunes ? new Method.Searched(tuning) : new Method.Given(algorithms.hyperparameters());
        Recipe recipe = Recipe.of(name, source, method, seed)
                .withCleaning(draft.rules())
                .withSnapshot(snapshot)
                .withTransform(transform)
                .withHorizon(horizon)
                .withCurrency(draft.currency().orElse(EURO));
        return choosesFeatures ? recipe.choosingFeatures() : recipe;
    }
}
