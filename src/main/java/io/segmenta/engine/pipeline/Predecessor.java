package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.RunId;

/**
 * An earlier run of the same shop whose segments keep their names.
 *
 * @param provenance which decides what it found
 */
public record Predecessor(RunId run, Provenance provenance) {}
