package io.segmenta.engine.rhythm;

import org.jspecify.annotations.Nullable;

/**
 * What their rhythm says of one customer.
 *
 * @param next null where they have gone quiet, or too few customers came back to tell a rhythm by
 */
public record Standing(State state, @Nullable NextPurchase next) {}
