package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;

/** A component of a Gaussian mixture shrank to a single value, so that its density has no bound. The rows are many enough; the model does not fit them. */
public final class CollapsedMixture extends UserFacingException {
    private static final long serialVersionUID = 1L;

    public CollapsedMixture(String message) {
        super(message);
    }
}
