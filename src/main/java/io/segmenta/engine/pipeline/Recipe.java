package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.Algorithm;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.tune.TuningSettings;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run. The same dataset, recipe and version give the same result, unless a search is stopped or runs out of time.
 *
 * @param name given by the user
 * @param hyperparameters of the clustering, or null where they are searched for
 * @param tuning the search for hyperparameters, or null where they are given; recipes of earlier versions have none
 * @param horizonDays of the forecasts, or null for a run without forecasts
 * @param currency ISO 4217 code, for display
 * @param predecessor the run whose segments are recognised in this one, or null for names by the numbers alone
 * @param snapshot the day from which recency counts, or null for the day after the last kept one
 */
public record Recipe(
        String name,
        Fingerprint dataset,
        ColumnMapping mapping,
        CleaningRules cleaning,
        @Nullable LocalDate snapshot,
        TransformSettings transform,
        @Nullable Hyperparameters hyperparameters,
        @Nullable TuningSettings tuning,
        Seed seed,
        @Nullable Integer horizonDays,
        String currency,
        @Nullable Predecessor predecessor) {
    public Recipe {
        if ((hyperparameters == null) == (tuning == null)) {
            throw new IllegalArgumentException("A recipe has either hyperparameters or a search for them.");
        }
        if (horizonDays != null) {
            requireHorizon(horizonDays);
        }
    }

    /** Without a predecessor. */
    public Recipe(
            String name,
            Fingerprint dataset,
            ColumnMapping mapping,
            CleaningRules cleaning,
            @Nullable LocalDate snapshot,
            TransformSettings transform,
            @Nullable Hyperparameters hyperparameters,
            @Nullable TuningSettings tuning,
            Seed seed,
            @Nullable Integer horizonDays,
            String currency) {
        this(
                name,
                dataset,
                mapping,
                cleaning,
                snapshot,
                transform,
                hyperparameters,
                tuning,
                seed,
                horizonDays,
                currency,
                null);
    }

    /** With given hyperparameters. */
    public Recipe(
            String name,
            Fingerprint dataset,
            ColumnMapping mapping,
            CleaningRules cleaning,
            @Nullable LocalDate snapshot,
            TransformSettings transform,
            Hyperparameters hyperparameters,
            Seed seed,
            @Nullable Integer horizonDays,
            String currency) {
        this(name, dataset, mapping, cleaning, snapshot, transform, hyperparameters, null, seed, horizonDays, currency);
    }

    /** @throws io.segmenta.engine.base.UserFacingException where the days are too few or too many for a forecast */
    public static void requireHorizon(int days) {
        Horizon.require(days);
    }

    /** The same on the rows until a day; recency counts from the day after. */
    public Recipe until(LocalDate lastDay) {
        CleaningRules rules =
                new CleaningRules(cleaning.active(), cleaning.returns(), cleaning.from(), lastDay, cleaning.filters());
        return new Recipe(
                name + " · to " + lastDay,
                dataset,
                mapping,
                rules,
                lastDay.plusDays(1),
                transform,
                hyperparameters,
                tuning,
                seed,
                horizonDays,
                currency,
                predecessor);
    }

    /** The same on all rows of another dataset with the same columns. */
    public Recipe on(Fingerprint otherDataset, String otherName) {
        CleaningRules rules =
                new CleaningRules(cleaning.active(), cleaning.returns(), cleaning.from(), null, cleaning.filters());
        return new Recipe(
                otherName,
                otherDataset,
                mapping,
                rules,
                null,
                transform,
                hyperparameters,
                tuning,
                seed,
                horizonDays,
                currency,
                predecessor);
    }

    public Recipe after(@Nullable Predecessor earlier) {
        return new Recipe(
                name,
                dataset,
                mapping,
                cleaning,
                snapshot,
                transform,
                hyperparameters,
                tuning,
                seed,
                horizonDays,
                currency,
                earlier);
    }

    /** Whether both compare customers and find segments in the same way, whatever the data. */
    public boolean sameMethod(Recipe other) {
        return transform.equals(other.transform)
                && Objects.equals(hyperparameters, other.hyperparameters)
                && Objects.equals(tuning, other.tuning);
    }

    /** How segments are found, for people: "k-means, 5 segments" or "best of k-means, Gaussian mixture". */
    public String approach() {
        if (tuning == null) {
            return inWords(Objects.requireNonNull(hyperparameters));
        }
        return tuning.algorithms().stream().map(Algorithm::label).collect(Collectors.joining(", ", "best of ", ""));
    }

    static String inWords(Hyperparameters parameters) {
        return parameters.algorithm().label() + ", " + parameters.clusters() + " segments";
    }
}
