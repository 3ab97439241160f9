package io.segmenta.engine.pipeline;

/**
 * An earlier run of the same shop whose segments keep their names.
 *
 * @param provenance which decides what it found
 */
public record Predecessor(long run, Provenance provenance) {}
