package io.segmenta.engine.pipeline;

/**
 * The four things that decide a result: dataset, recipe, seed, version.
 *
 * @param recipeSha256 of the settings that can change the result: not of the run's name, nor of the currency it is shown in
 * @see RecipeDocument#provenance
 */
public record Provenance(String datasetSha256, String recipeSha256, long seed, String version) {}
