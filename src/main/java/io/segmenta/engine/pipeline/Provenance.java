package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.Version;
import io.segmenta.engine.document.Documents;

/**
 * The four things that decide a result: dataset, recipe, seed, version.
 *
 * @param recipeSha256 of the settings that can change the result: not of the run's name, nor of the currency it is shown in
 */
public record Provenance(String datasetSha256, String recipeSha256, long seed, String version) {
    public static Provenance of(Recipe recipe) {
        Predecessor predecessor = recipe.predecessor();
        Recipe deciding = new Recipe(
                "",
                recipe.dataset(),
                recipe.mapping(),
                recipe.cleaning(),
                recipe.snapshot(),
                recipe.transform(),
                recipe.hyperparameters(),
                recipe.tuning(),
                recipe.seed(),
                recipe.horizonDays(),
                "",
                // What the earlier run found decides, not the number it has here.
                predecessor == null ? null : new Predecessor(RunId.ANY, predecessor.provenance()));
        return new Provenance(
                recipe.dataset().sha256(),
                Fingerprint.of(Documents.write(deciding)).sha256(),
                recipe.seed().value(),
                Version.current());
    }
}
