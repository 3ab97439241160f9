package io.segmenta.service.run;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningWatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A run that waits or works in this process. Told how far it is by its worker; asked by anybody. Whoever ends it interrupts the statement that its
 * worker waits for; the worker itself learns of it by the {@link CancelledException} of its next report.
 */
final class LiveRun implements StageProgress, TuningWatch {
    private final RunId id;
    private final Clock clock;
    private final CountDownLatch done = new CountDownLatch(1);

    private RunStatus status = RunStatus.QUEUED;
    private Stage stage = Stage.CLEAN;
    private double percent;
    private String detail = "";
    private @Nullable Instant started;
    private @Nullable Instant ended;
    private @Nullable TransactionStore store;
    private boolean tunes;
    private boolean enough;
    /** Replaced by each trial, never changed. */
    private List<Trial> trials = List.of();

    LiveRun(RunId id, Clock clock) {
        this.id = id;
        this.clock = clock;
    }

    RunId id() {
        return id;
    }

    synchronized void start(Recipe recipe) {
        status = RunStatus.RUNNING;
        tunes = recipe.method().search().isPresent();
        started = clock.instant();
    }

    /** The store whose statement is interrupted when the run should stop. */
    synchronized void uses(@Nullable TransactionStore open) {
        store = open;
        stopIfEnded();
    }

    @Override
    public synchronized void report(Stage now, double fraction, String what) {
        stopIfEnded();
        stage = now;
        percent = Math.max(percent, now.percent(fraction, tunes));
        detail = what.isEmpty() ? now.label() : what;
    }

    @Override
    public synchronized void finished(Trial trial) {
        List<Trial> more = new ArrayList<>(trials);
        more.add(trial);
        trials = List.copyOf(more);
    }

    @Override
    public synchronized boolean shouldStop() {
        return enough && trials.stream().anyMatch(Trial::isFeasible);
    }

    synchronized void keepBest() {
        enough = true;
    }

    private void stopIfEnded() {
        if (status.ended()) {
            throw new CancelledException();
        }
    }

    /**
     * Ends it with a status that is stored already; whoever still works on it is stopped.
     *
     * @param words for people
     */
    void end(RunStatus last, String words) {
        synchronized (this) {
            if (status.ended()) {
                return;
            }
            status = last;
            detail = words;
            ended = clock.instant();
            percent = last == RunStatus.SUCCEEDED ? 100 : percent;
            if (store != null) {
                store.interrupt();
            }
        }
        done.countDown();
    }

    synchronized RunProgress progress() {
        Duration elapsed =
                started == null ? Duration.ZERO : Duration.between(started, ended == null ? clock.instant() : ended);
        return new RunProgress(status, stage, (int) percent, detail, elapsed, remaining(elapsed), trials);
    }

    /** The rest at the speed so far, once there is enough of it to judge by. */
    private @Nullable Duration remaining(Duration elapsed) {
        if (status != RunStatus.RUNNING || percent < 3 || elapsed.toMillis() < 1000) {
            return null;
        }
        return Duration.ofMillis(Math.round(elapsed.toMillis() * (100 - percent) / percent));
    }

    RunProgress await() throws InterruptedException {
        done.await();
        return progress();
    }
}
