package io.segmenta.service.run;

import io.segmenta.engine.base.RunId;
import java.util.function.Consumer;

/**
 * A run that was submitted, whatever has become of it. Any thread may use it, and for as long as it likes: once the run has ended it says how.
 */
public interface RunHandle {
    RunId id();

    RunProgress progress();

    /**
     * Asks it to stop, and does not wait: that it is cancelled is stored when this returns. Its worker may go on for about a second, until it
     * next tells how far it is, and keeps its place in the queue's threads that long; nothing it finds then is stored. Does nothing once the run
     * has ended.
     */
    void cancel();

    /** Ends the search for hyperparameters as soon as it has found usable segments, and goes on with the best. Does nothing where none runs. */
    void keepBest();

    /**
     * Calls back on each change, at most a few times a second and always with the last state; the first time at once, and never again after a
     * state that has ended. All watchers are called by one thread of the service, one after the other: who is slow delays the others, who throws
     * is called no more.
     *
     * @return ends the watching; a call that has begun by then is still finished
     */
    AutoCloseable watch(Consumer<RunProgress> watcher);

    /** Waits until the run has ended, by itself or cancelled; the worker of a cancelled one may still be on its way out. */
    RunProgress await() throws InterruptedException;
}
