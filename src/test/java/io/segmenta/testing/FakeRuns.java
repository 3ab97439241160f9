package io.segmenta.testing;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.engine.segment.Segmentation;
import io.segmenta.service.results.AssignmentQuery;
import io.segmenta.service.run.RunHandle;
import io.segmenta.service.run.RunService;
import io.segmenta.service.run.RunSummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs in memory: {@link Example} is put in by {@link #addExample()}. */
public final class FakeRuns implements RunService {
    public final TreeMap<RunId, FakeRun> handles = new TreeMap<>();
    public final TreeMap<RunId, RunSummary> summaries = new TreeMap<>();
    public final TreeMap<RunId, Recipe> recipes = new TreeMap<>();
    public final TreeMap<RunId, RunResult> results = new TreeMap<>();
    public final List<Assignment> customers = new ArrayList<>();
    /** Runs on another day or dataset that were asked for, in words. */
    public final List<String> asked = new ArrayList<>();
    /** Thrown by the next submit. */
    public @Nullable UserFacingException failure;

    /** The example run as number 1, done. */
    public FakeRuns addExample() {
        recipes.put(new RunId(1), Example.recipe());
        results.put(new RunId(1), Example.result());
        summaries.put(new RunId(1), Example.summary(1));
        handles.put(new RunId(1), FakeRun.done(1));
        customers.addAll(Example.customers());
        return this;
    }

    @Override
    public RunHandle submit(Recipe recipe, UserName by) {
        UserFacingException thrown = failure;
        if (thrown != null) {
            failure = null;
            throw thrown;
        }
        RunId id =
                recipes.isEmpty() ? new RunId(1) : new RunId(recipes.lastKey().value() + 1);
        FakeRun run = FakeRun.queued(id.value());
        recipes.put(id, recipe);
        handles.put(id, run);
        summaries.put(id, Example.queued(id.value(), recipe.name()));
        return run;
    }

    @Override
    public Optional<RunHandle> handle(RunId run) {
        return Optional.ofNullable(handles.get(run));
    }

    @Override
    public List<RunSummary> history() {
        return List.copyOf(summaries.descendingMap().values());
    }

    @Override
    public Optional<RunSummary> summary(RunId run) {
        return Optional.ofNullable(summaries.get(run));
    }

    @Override
    public Optional<Recipe> recipe(RunId run) {
        return Optional.ofNullable(recipes.get(run));
    }

    @Override
    public Optional<RunResult> result(RunId run) {
        return Optional.ofNullable(results.get(run));
    }

    @Override
    public List<Assignment> assignments(AssignmentQuery query) {
        return matching(query).stream()
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public int count(AssignmentQuery query) {
        return matching(query).size();
    }

    @Override
    public List<Assignment> sample(RunId run, int limit) {
        return customers.stream().limit(limit).toList();
    }

    @Override
    public RunHandle again(RunId run, UserName by) {
        return submit(recipe(run).orElseThrow(), by);
    }

    @Override
    public RunHandle until(RunId run, LocalDate lastDay, UserName by) {
        asked.add("run " + run + " until " + lastDay);
        return submit(recipe(run).orElseThrow(), by);
    }

    @Override
    public void rename(RunId run, int cluster, String name) {
        RunResult result = result(run).orElseThrow();
        results.put(run, Example.with(result, Segmentation.renamed(result.segments(), cluster, name)));
    }

    @Override
    public RunHandle reshape(RunId run, Reshape how, UserName by) {
        Recipe recipe = recipe(run).orElseThrow();
        RunResult result = result(run).orElseThrow();
        return submit(
                recipe.reshaped(how.of(new Reshaping.Shaped(result.transform(), result.model(), recipe.reshaping()))),
                by);
    }

    @Override
    public RunHandle on(RunId run, Fingerprint dataset, UserName by) {
        asked.add("run " + run + " on " + dataset.sha256());
        return submit(recipe(run).orElseThrow(), by);
    }

    @Override
    public void delete(RunId run) {
        recipes.remove(run);
        results.remove(run);
        summaries.remove(run);
        handles.remove(run);
    }

    private List<Assignment> matching(AssignmentQuery query) {
        return customers.stream()
                .filter(c -> c.customerId().contains(query.search()))
                .filter(c -> query.clusters().isEmpty() || query.clusters().contains(c.cluster()))
                .filter(c -> query.states().isEmpty()
                        || (c.standing() != null
                                && query.states().contains(c.standing().state())))
                .sorted(
                        query.ascending()
                                ? order(query.sort())
                                : order(query.sort()).reversed())
                .toList();
    }

    private static Comparator<Assignment> order(AssignmentQuery.Sort sort) {
        Comparator<Assignment> byId = Comparator.comparing(Assignment::customerId);
        return switch (sort) {
            case CUSTOMER_ID -> byId;
            case RECENCY -> Comparator.comparingInt(Assignment::recencyDays).thenComparing(byId);
            case FREQUENCY -> Comparator.comparingInt(Assignment::frequency).thenComparing(byId);
            case MONETARY -> Comparator.comparingDouble(Assignment::monetary).thenComparing(byId);
            case AVERAGE_BASKET_SIZE ->
                Comparator.comparingDouble(Assignment::averageBasketSize).thenComparing(byId);
            case CLV -> Comparator.comparingDouble(Assignment::clv).thenComparing(byId);
            case CLUSTER -> Comparator.comparingInt(Assignment::cluster).thenComparing(byId);
        };
    }
}
