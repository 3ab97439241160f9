package io.segmenta.engine.cluster.model;

/** An implementation of Lloyd's algorithm: one descent of k-means to its fixed point. May be called from several threads at once. */
@FunctionalInterface
public interface Lloyd {
    /**
     * @param start rows of the matrix that are the first centres, no two of them equal
     * @param eachIteration called at least once an iteration; may throw to stop the work
     */
    Descent descend(int[] start, Runnable eachIteration);
}
