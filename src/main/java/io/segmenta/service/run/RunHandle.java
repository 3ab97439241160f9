package io.segmenta.service.run;

import io.segmenta.engine.base.RunId;
import java.util.function.Consumer;

/** A run that was submitted, whatever has become of it. */
public interface RunHandle {
    RunId id();

    RunProgress progress();

    /** Asks it to stop; it does within a second. Does nothing once it has ended. */
    void cancel();

    /** Ends the search for hyperparameters as soon as it has found usable segments, and goes on with the best. Does nothing where none runs. */
    void keepBest();

    /**
     * Calls back on each change, from a thread of the service, at most a few times a second and always with the last state; the first time at
     * once.
     *
     * @return ends the watching
     */
    AutoCloseable watch(Consumer<RunProgress> watcher);

    /** Waits until the run has ended. */
    RunProgress await() throws InterruptedException;
}
