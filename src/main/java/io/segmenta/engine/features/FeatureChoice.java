package io.segmenta.engine.features;

/** Where the features of a run come from. */
public enum FeatureChoice {
    /** The recipe says which. */
    GIVEN,
    /** The set whose segments foretold most, on the data at hand. */
    BEST,
    /** Those of the run that this one follows, so that segments do not change with them from week to week. */
    KEPT
}
