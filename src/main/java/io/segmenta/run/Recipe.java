package io.segmenta.run;

import io.segmenta.base.Fingerprint;
import io.segmenta.base.Seed;
import io.segmenta.clean.CleaningRules;
import io.segmenta.cluster.Hyperparameters;
import io.segmenta.features.TransformSettings;
import io.segmenta.transactions.ColumnMapping;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a run. The same dataset, recipe and version give the same result.
 *
 * @param name given by the user
 * @param horizonDays of the forecasts, or null for a run without forecasts
 * @param currency ISO 4217 code, for display
 * @param snapshot the day from which recency counts, or null for the day after the last kept one
 */
public record Recipe(
        String name,
        Fingerprint dataset,
        ColumnMapping mapping,
        CleaningRules cleaning,
        @Nullable LocalDate snapshot,
        TransformSettings transform,
        Hyperparameters hyperparameters,
        Seed seed,
        @Nullable Integer horizonDays,
        String currency) {}
