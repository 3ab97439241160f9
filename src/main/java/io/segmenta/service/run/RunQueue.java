package io.segmenta.service.run;

import io.segmenta.engine.base.BackgroundThreads;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Pipeline;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.service.dataset.DatasetStores;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.results.AssignmentRepository;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works off runs in the order of their coming, on a few threads of its own. What waits is in the repository and survives a restart. */
public final class RunQueue implements RunService {
    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final RunRepository runs;
    private final AssignmentRepository assignments;
    private final DatasetStores stores;
    private final Succession succession;
    private final Clock clock;
    private final ExecutorService workers;
    private final Watches watches = new Watches();
    private final Map<RunId, LiveRun> live = new ConcurrentHashMap<>();

    public RunQueue(
            RunRepository runs,
            AssignmentRepository assignments,
            DatasetStores stores,
            Succession succession,
            Clock clock,
            int workers) {
        this.succession = succession;
        this.runs = runs;
        this.assignments = assignments;
        this.stores = stores;
        this.clock = clock;
        this.workers = BackgroundThreads.pool("run-", workers);
    }

    @PostConstruct
    void resume() {
        runs.recover(clock.instant());
        runs.queued().forEach(this::enqueue);
    }

    @Override
    public RunHandle submit(Recipe recipe, UserName by) {
        return queue(succession.begin(recipe, by), by);
    }

    private RunHandle queue(Recipe recipe, UserName by) {
        if (stores.isLeaving(recipe.source().dataset())) {
            throw RunRepository.withoutData(recipe, null);
        }
        RunId id = runs.add(recipe, by, clock.instant());
        enqueue(id);
        // It may be over by now, and gone with its data.
        return handle(id).orElseThrow(() -> RunRepository.withoutData(recipe, null));
    }

    private void enqueue(RunId id) {
        LiveRun run = new LiveRun(id, clock);
        live.put(id, run);
        workers.execute(() -> work(run));
    }

    private void work(LiveRun run) {
        try {
            if (runs.start(run.id(), clock.instant())) {
                Recipe recipe = runs.recipe(run.id()).orElseThrow();
                run.start(recipe);
                RunStatus status = execute(run, recipe) ? RunStatus.SUCCEEDED : RunStatus.CANCELLED;
                run.end(status, status.label());
            } else {
                run.end(RunStatus.CANCELLED, RunStatus.CANCELLED.label());
            }
        } catch (CancelledException e) {
            end(run, RunStatus.CANCELLED, null);
        } catch (UserFacingException e) {
            LOG.info("Run {} failed: {}", run.id(), e.getMessage());
            end(run, RunStatus.FAILED, e.getMessage());
        } catch (OutOfMemoryError e) {
            LOG.error("Run {} needs more memory.", run.id(), e);
            end(
                    run,
                    RunStatus.FAILED,
                    "There was not enough memory. Start Segmenta with a larger heap, or leave out some features.");
        } catch (RuntimeException | Error e) {
            if (run.progress().status().ended() || isGone(run.id(), e)) {
                LOG.debug("Run {} was stopped or deleted in the middle of something.", run.id(), e);
                run.end(RunStatus.CANCELLED, RunStatus.CANCELLED.label());
                return;
            }
            LOG.error("Run {} failed.", run.id(), e);
            end(
                    run,
                    RunStatus.FAILED,
                    "Something unexpected went wrong. The log says more under \"Run " + run.id() + "\".");
        } finally {
            live.remove(run.id());
        }
    }

    private boolean execute(LiveRun run, Recipe recipe) {
        Outcome outcome = stores.work(recipe.source().dataset(), store -> {
            run.uses(store);
            try {
                LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
                return Pipeline.run(recipe, store, today, run, run, succession.naming(recipe));
            } finally {
                run.uses(null);
            }
        });
        return runs.succeed(run.id(), outcome, clock.instant(), run.of(Stage.STORE));
    }

    /** Where the database cannot say so, the failure itself is told. */
    private boolean isGone(RunId run, Throwable failure) {
        try {
            return runs.find(run).isEmpty();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
            return false;
        }
    }

    private void end(LiveRun run, RunStatus status, @Nullable String failure) {
        runs.end(run.id(), status, failure, clock.instant());
        run.end(status, failure == null ? status.label() : failure);
    }

    @Override
    public Optional<RunHandle> handle(RunId run) {
        LiveRun here = live.get(run);
        if (here != null) {
            return Optional.of(new Handle(run, here));
        }
        return runs.find(run).map(any -> new Handle(run, null));
    }

    /** Works for a run of this process as for one of an earlier process. */
    private final class Handle implements RunHandle {
        private final RunId id;
        private final @Nullable LiveRun run;

        Handle(RunId id, @Nullable LiveRun run) {
            this.id = id;
            this.run = run;
        }

        @Override
        public RunId id() {
            return id;
        }

        @Override
        public RunProgress progress() {
            return run != null ? run.progress() : last(id);
        }

        @Override
        public void cancel() {
            if (run != null && runs.end(id, RunStatus.CANCELLED, null, clock.instant())) {
                run.end(RunStatus.CANCELLED, RunStatus.CANCELLED.label());
            }
        }

        @Override
        public void keepBest() {
            if (run != null) {
                run.keepBest();
            }
        }

        @Override
        public AutoCloseable watch(Consumer<RunProgress> watcher) {
            return watches.watch(this::progress, watcher);
        }

        @Override
        public RunProgress await() throws InterruptedException {
            return run != null ? run.await() : last(id);
        }
    }

    private RunProgress last(RunId id) {
        RunSummary run = runs.find(id).orElseThrow(() -> Succession.gone(id));
        Duration took = run.took() == null ? Duration.ZERO : run.took();
        boolean succeeded = run.status() == RunStatus.SUCCEEDED;
        String detail = run.failure() == null ? run.status().label() : run.failure();
        return new RunProgress(run.status(), Stage.STORE, succeeded ? 100 : 0, detail, took, null, List.of());
    }

    @Override
    public List<RunSummary> history() {
        return runs.all();
    }

    @Override
    public Optional<RunSummary> summary(RunId run) {
        return runs.find(run);
    }

    @Override
    public Optional<Recipe> recipe(RunId run) {
        return runs.recipe(run);
    }

    @Override
    public Optional<RunResult> result(RunId run) {
        return runs.result(run);
    }

    @Override
    public List<Assignment> assignments(AssignmentQuery query) {
        return assignments.page(query);
    }

    @Override
    public int count(AssignmentQuery query) {
        return assignments.count(query);
    }

    @Override
    public List<Assignment> sample(RunId run, int limit) {
        return assignments.sample(run, limit);
    }

    @Override
    public RunHandle again(RunId run, UserName by) {
        // Not submitted: it would follow another run where there is a newer one now.
        return queue(runs.recipe(run).orElseThrow(() -> Succession.gone(run)), by);
    }

    @Override
    public RunHandle until(RunId run, LocalDate lastDay, UserName by) {
        Recipe recipe = runs.recipe(run).orElseThrow(() -> Succession.gone(run));
        return queue(succession.following(run, recipe.until(lastDay)), by);
    }

    @Override
    public RunHandle on(RunId run, Fingerprint dataset, UserName by) {
        return queue(succession.on(run, dataset), by);
    }

    @Override
    public RunHandle reshape(RunId run, Reshape how, UserName by) {
        return queue(succession.reshaped(run, how), by);
    }

    /** One at a time: each reads the names that are there. */
    @Override
    public synchronized void rename(RunId run, int cluster, String name) {
        RunResult result = runs.result(run).orElseThrow(() -> Succession.gone(run));
        runs.rename(run, Segmentation.renamed(result.segments(), cluster, name));
    }

    @Override
    public void delete(RunId run) {
        handle(run).ifPresent(RunHandle::cancel);
        runs.delete(run);
        // it may have been taken up since
        Optional.ofNullable(live.get(run))
                .ifPresent(late -> late.end(RunStatus.CANCELLED, RunStatus.CANCELLED.label()));
    }

    /** What waits is taken up at the next start; what runs is interrupted and can be started again. */
    @PreDestroy
    void close() throws InterruptedException {
        workers.shutdownNow();
        live.values().stream()
                .filter(run -> run.progress().status() == RunStatus.RUNNING)
                .forEach(run -> end(run, RunStatus.INTERRUPTED, null));
        watches.close();
        var unused = workers.awaitTermination(2, TimeUnit.SECONDS);
    }
}
