package io.segmenta.run;

import java.util.List;
import java.util.Optional;

/** Runs: submitted, watched, looked up. */
public interface RunService {
    /**
     * Queues a run; returns at once.
     *
     * @param by who asked for it
     */
    RunHandle submit(Recipe recipe, String by);

    Optional<RunHandle> handle(long run);

    /** Latest first. */
    List<RunSummary> history();

    Optional<RunSummary> summary(long run);

    Optional<Recipe> recipe(long run);

    /** Empty unless the run succeeded. */
    Optional<RunResult> result(long run);

    /** One page of the run's customers. */
    List<Assignment> assignments(AssignmentQuery query);

    /** How many customers the query matches, whatever its offset and limit. */
    int count(AssignmentQuery query);

    /** At most {@code limit} customers, each cluster in proportion to its size and at least one of it; the same ones each time. */
    List<Assignment> sample(long run, int limit);

    /** Submits the same recipe again. */
    RunHandle again(long run, String by);

    void delete(long run);
}
