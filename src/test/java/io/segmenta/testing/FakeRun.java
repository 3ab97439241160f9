package io.segmenta.testing;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunProgress;
import io.segmenta.service.run.RunStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A run that goes where the test puts it. */
public final class FakeRun implements RunHandle {
    private final RunId id;
    private final List<Consumer<RunProgress>> watchers = new CopyOnWriteArrayList<>();
    private RunProgress progress;
    public boolean cancelled;
    public boolean keptBest;

    private FakeRun(RunId id, RunProgress progress) {
        this.id = id;
        this.progress = progress;
    }

    public static FakeRun queued(long id) {
        return new FakeRun(
                new RunId(id),
                new RunProgress(
                        RunStatus.QUEUED, Stage.INGEST, 0, "Waiting for a worker", Duration.ZERO, null, List.of()));
    }

    public static FakeRun done(long id) {
        return new FakeRun(
                new RunId(id),
                new RunProgress(RunStatus.SUCCEEDED, Stage.STORE, 100, "Done", Duration.ofSeconds(4), null, List.of()));
    }

    /** Moves it and tells the watchers. */
    public void is(RunProgress now) {
        progress = now;
        watchers.forEach(watcher -> watcher.accept(now));
    }

    public int watchers() {
        return watchers.size();
    }

    @Override
    public RunId id() {
        return id;
    }

    @Override
    public RunProgress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void keepBest() {
        keptBest = true;
    }

    @Override
    public AutoCloseable watch(Consumer<RunProgress> watcher) {
        watchers.add(watcher);
        watcher.accept(progress);
        return () -> watchers.remove(watcher);
    }

    @Override
    public RunProgress await() {
        return progress;
    }
}
