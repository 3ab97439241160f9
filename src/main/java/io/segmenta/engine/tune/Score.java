package io.segmenta.engine.tune;

import io.segmenta.engine.base.Progress;

/** How good a clustering of the customers is; a search makes it as high as it can. */
@FunctionalInterface
public interface Score {
    /**
     * May be asked for several clusterings at once.
     *
     * @param labels per row its cluster
     * @return higher is better
     */
    double of(int[] labels, Progress progress);
}
