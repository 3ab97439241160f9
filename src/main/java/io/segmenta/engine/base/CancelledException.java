package io.segmenta.engine.base;

/** Thrown out of long work after somebody asked it to stop. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("Cancelled.");
    }
}
