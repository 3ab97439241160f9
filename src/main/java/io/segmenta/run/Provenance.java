package io.segmenta.run;

/** The four things that decide a result: dataset, recipe, seed, version. */
public record Provenance(String datasetSha256, String recipeSha256, long seed, String version) {}
