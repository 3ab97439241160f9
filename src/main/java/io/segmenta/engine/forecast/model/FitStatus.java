package io.segmenta.engine.forecast.model;

/** How far a fitted model may be believed. */
public enum FitStatus {
    /** A clear maximum, with standard errors. */
    FITTED,
    /** No evidence that customers die: the model without dropout is used, and nobody's chance of being alive is shown. */
    DROPOUT_NOT_IDENTIFIED,
    /** A parameter rests at the edge of its range: forecasts are stable, its value and standard errors are not shown. */
    AT_BOUND,
    /** The likelihood is not curved in every direction: forecasts are stable, standard errors are not shown. */
    NO_STANDARD_ERRORS,
    /** The mean spend of the population is infinite under the model: a shrunken mean is used. */
    HEAVY_TAIL,
    /** Too few customers or repeat purchases for a fit: a rule of thumb is used. */
    NOT_IDENTIFIED,
    /** The search found no maximum: a rule of thumb is used. */
    NOT_CONVERGED
}
