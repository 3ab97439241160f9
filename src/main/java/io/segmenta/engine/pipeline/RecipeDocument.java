package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.Version;
import io.segmenta.engine.clean.CleaningRules;
import io.segmenta.engine.cluster.model.Hyperparameters;
import io.segmenta.engine.document.Documents;
import io.segmenta.engine.features.FeatureChoice;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.forecast.history.Horizon;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Catalogue;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.tune.TuningSettings;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A recipe as it is stored. Its parts stand flat, as they always did, so that stored recipes are read and their hashes stay what they were; equal
 * recipes give equal documents.
 *
 * @param hyperparameters null where they are searched for
 * @param tuning null where the hyperparameters are given; documents of earlier versions have none
 * @param horizonDays null for a run without forecasts
 * @param currency ISO 4217 code, or empty for amounts without a sign
 * @param catalogue null, and not written, where names are tested: earlier versions knew no other, whatever they called it
 * @param reshaping null, and not written, where nobody changed segments
 * @param features null, and not written, where they are given: earlier versions had no other
 */
public record RecipeDocument(
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
        @Nullable Predecessor predecessor,
        @Nullable Catalogue catalogue,
        @Nullable Reshaping reshaping,
        @Nullable FeatureChoice features) {
    public RecipeDocument {
        if ((hyperparameters == null) == (tuning == null)) {
            throw new IllegalArgumentException("A recipe has either hyperparameters or a search for them.");
        }
    }

    public static RecipeDocument of(Recipe recipe) {
        Source source = recipe.source();
        Horizon horizon = recipe.horizon();
        Currency currency = recipe.currency();
        return new RecipeDocument(
                recipe.name(),
                source.dataset(),
                source.mapping(),
                recipe.cleaning(),
                recipe.snapshot(),
                recipe.transform(),
                recipe.method() instanceof Method.Given(Hyperparameters given) ? given : null,
                recipe.method().search().orElse(null),
                recipe.seed(),
                horizon == null ? null : horizon.days(),
                currency == null ? "" : currency.getCurrencyCode(),
                recipe.predecessor(),
                recipe.catalogue() == Catalogue.TESTED ? null : recipe.catalogue(),
                recipe.reshaping(),
                recipe.features() == FeatureChoice.GIVEN ? null : recipe.features());
    }

    /** Of what this version makes by the recipe. */
    public static Provenance provenance(Recipe recipe) {
        Predecessor predecessor = recipe.predecessor();
        Recipe deciding = recipe.named("")
                .withCurrency(null)
                // What the earlier run found decides, not the number it has here.
                .after(predecessor == null ? null : new Predecessor(RunId.ANY, predecessor.provenance()));
        return new Provenance(
                recipe.source().dataset().sha256(),
                Fingerprint.of(Documents.write(of(deciding))).sha256(),
                recipe.seed().value(),
                Version.current());
    }

    /** @throws io.segmenta.engine.base.UserFacingException where the horizon is too short or too long for a forecast */
    public Recipe recipe() {
        return new Recipe(
                name,
                new Source(dataset, mapping),
                cleaning,
                snapshot,
                transform,
                tuning == null
                        ? new Method.Given(Objects.requireNonNull(hyperparameters))
                        : new Method.Searched(tuning),
                seed,
                horizonDays == null ? null : new Horizon(horizonDays),
                known(currency),
                predecessor,
                catalogue == null ? Catalogue.TESTED : catalogue,
                reshaping,
                features == null ? FeatureChoice.GIVEN : features);
    }

    /** A code that is none leaves amounts without a sign, and the run readable. */
    private static @Nullable Currency known(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
