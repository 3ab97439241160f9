package io.segmenta.engine.base;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Where every thread comes from that Segmenta starts itself, so that whoever wonders what else is running looks here and asks who calls. All
 * are platform threads with a name that says what they do, and daemons: none of them keeps the process alive. Whoever starts one ends it.
 * Work that only wants both cores uses parallel streams instead.
 */
public final class BackgroundThreads {
    private BackgroundThreads() {}

    /** A thread for one task, started at once; it ends with the task. An exception that the task lets out goes to the log and nowhere else. */
    public static Thread start(String name, Runnable task) {
        Thread thread = unstarted(name, task);
        thread.start();
        return thread;
    }

    /** A thread for one task that somebody else starts, such as the end of the process. */
    public static Thread unstarted(String name, Runnable task) {
        return Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    /**
     * Works off tasks in the order of their coming.
     *
     * @param name of the threads, before their number, which counts from 1
     * @param threads at least 1
     * @return to be shut down by the caller
     */
    public static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    /** One thread for what recurs; to be shut down by the caller. */
    public static ScheduledExecutorService ticker(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> unstarted(name, task));
    }
}
