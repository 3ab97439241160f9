package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.UserFacingException;

/** Exactly this: the rows have fewer different ones among them than clusters were asked for. Nothing else that can go wrong is of this type. */
public final class TooFewDifferentRows extends UserFacingException {
    private static final long serialVersionUID = 1L;

    public TooFewDifferentRows(String message) {
        super(message);
    }
}
