package io.segmenta.engine.tune;

/** Follows a search while it runs. */
public interface TuningWatch {
    /** For a search that nobody follows. */
    TuningWatch NONE = trial -> {};

    /** Called in the order of the trials, from the thread that called the tuner. */
    void finished(Trial trial);

    /** Whether to end now and keep the best so far. Called often, from any thread. */
    default boolean shouldStop() {
        return false;
    }
}
