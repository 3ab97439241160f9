package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.Seed;

/** An implementation of expectation maximisation: one fit of a Gaussian mixture from one start. */
@FunctionalInterface
public interface MixtureFitter {
    /**
     * @param restart from 0
     * @param seed of this restart alone
     * @param eachIteration called at least once; may throw to stop the work
     */
    MixtureFit fit(int restart, Seed seed, Runnable eachIteration);
}
