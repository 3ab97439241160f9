package io.segmenta.service.run;

import io.segmenta.engine.base.BackgroundThreads;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells watchers what has changed, a few times a second, from one thread of its own, which {@link #close()} stops without waiting for it. */
final class Watches implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watches.class);
    private static final long PERIOD_MILLIS = 250;

    private final ScheduledExecutorService ticker = BackgroundThreads.ticker("run-watch");
    private final Map<Watch, Watch> open = new ConcurrentHashMap<>();

    Watches() {
        var unused = ticker.scheduleWithFixedDelay(
                () -> open.keySet().forEach(Watch::tell), PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Only the watch's thread uses it, so that calls come one after the other. */
    private final class Watch {
        private final Supplier<RunProgress> run;
        private final Consumer<RunProgress> watcher;
        private @Nullable RunProgress told;

        Watch(Supplier<RunProgress> run, Consumer<RunProgress> watcher) {
            this.run = run;
            this.watcher = watcher;
        }

        void tell() {
            RunProgress now = run.get();
            if (now.equals(told) || !open.containsKey(this)) {
                return;
            }
            told = now;
            try {
                watcher.accept(now);
            } catch (RuntimeException e) {
                LOG.warn("A watcher of a run failed and is no longer called.", e);
                open.remove(this);
            }
            if (now.status().ended()) {
                open.remove(this);
            }
        }
    }

    AutoCloseable watch(Supplier<RunProgress> run, Consumer<RunProgress> watcher) {
        Watch watch = new Watch(run, watcher);
        open.put(watch, watch);
        ticker.execute(watch::tell);
        return () -> open.remove(watch);
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
