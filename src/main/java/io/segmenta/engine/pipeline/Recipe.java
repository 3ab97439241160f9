package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.Feature;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.FeatureSet;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Catalogue;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run. The same dataset, recipe and version give the same result, unless a search is stopped or runs out of time. Stored as a
 * {@link RecipeDocument}.
 *
 * @param name given by the user
 * @param snapshot the day from which recency counts, or null for the day after the last kept one
 * @param horizon of the forecasts, or null for a run without forecasts
 * @param currency for display, or null for amounts without a sign
 * @param predecessor the run whose segments are recognised in this one, or null for names by the numbers alone
 * @param catalogue the names its segments may have
 * @param reshaping what a person made of the segments of an earlier run; null where they stay as they are found
 * @param features where those of the transform come from; they do not count where the data choose
 */
public record Recipe(
        String name,
        Source source,
        CleaningRules cleaning,
        @Nullable LocalDate snapshot,
        TransformSettings transform,
        Method method,
        Seed seed,
        @Nullable Horizon horizon,
        @Nullable Currency currency,
        @Nullable Predecessor predecessor,
        Catalogue catalogue,
        @Nullable Reshaping reshaping,
        FeatureChoice features) {
    /** On all rows, with the usual rules and transform of the original features, without forecasts, currency and predecessor. */
    public static Recipe of(String name, Source source, Method method, Seed seed) {
        return new Recipe(
                name,
                source,
                CleaningRules.defaults(),
                null,
                TransformSettings.defaults(),
                method,
                seed,
                null,
                null,
                null,
                Catalogue.TESTED,
                null,
                FeatureChoice.GIVEN);
    }

    public Recipe named(String other) {
        return new Recipe(
                other,
                source,
                cleaning,
                snapshot,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withCleaning(CleaningRules other) {
        return new Recipe(
                name,
                source,
                other,
                snapshot,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withSnapshot(@Nullable LocalDate other) {
        return new Recipe(
                name,
                source,
                cleaning,
                other,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withTransform(TransformSettings other) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                other,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withHorizon(@Nullable Horizon other) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform,
                method,
                seed,
                other,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withCurrency(@Nullable Currency other) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform,
                method,
                seed,
                horizon,
                other,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe withCatalogue(Catalogue other) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                other,
                reshaping,
                features);
    }

    public Recipe reshaped(@Nullable Reshaping other) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                other,
                features);
    }

    /** By the features whose segments foretell most, whatever those of its transform were. */
    public Recipe choosingFeatures() {
        return with(FeatureChoice.BEST, FeatureSet.ORIGINAL.features());
    }

    /** By those of the run that it follows. */
    public Recipe keepingFeatures(List<Feature> theirs) {
        return with(FeatureChoice.KEPT, theirs);
    }

    private Recipe with(FeatureChoice choice, List<Feature> wanted) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform.of(wanted),
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                choice);
    }

    /** With what a search found, where it searched. */
    public Recipe found(Hyperparameters parameters) {
        return new Recipe(
                name,
                source,
                cleaning,
                snapshot,
                transform,
                new Method.Given(parameters),
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    public Recipe after(@Nullable Predecessor earlier) {
        return new Recipe(
                name, source, cleaning, snapshot, transform, method, seed, horizon, currency, earlier, catalogue,
                reshaping, features);
    }

    /**
     * The same on the rows until a day; recency counts from the day after.
     *
     * @throws io.segmenta.engine.base.UserFacingException where the period begins later
     */
    public Recipe until(LocalDate lastDay) {
        return named(name + " · to " + lastDay)
                .withCleaning(cleaning.during(cleaning.from(), lastDay))
                .withSnapshot(lastDay.plusDays(1));
    }

    /** The same on all rows of another dataset with the same columns, from the same day on. */
    public Recipe on(Fingerprint dataset, String otherName) {
        return new Recipe(
                otherName,
                source.of(dataset),
                cleaning.during(cleaning.from(), null),
                null,
                transform,
                method,
                seed,
                horizon,
                currency,
                predecessor,
                catalogue,
                reshaping,
                features);
    }

    /** Whether both compare customers and find segments in the same way, whatever the data; features that the data choose are alike. */
    public boolean sameMethod(Recipe other) {
        boolean given = features == FeatureChoice.GIVEN;
        return method.equals(other.method)
                && given == (other.features == FeatureChoice.GIVEN)
                && transform.equals(given ? other.transform : other.transform.of(transform.features()));
    }
}
