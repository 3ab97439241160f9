package io.segmenta.service.run;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.service.results.AssignmentQuery;
import java.time.LocalDate;
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

    /**
     * Submits the same recipe on the rows until a day, with recency from the day after; its segments keep the names of this run's.
     *
     * @param lastDay the last day that counts
     * @throws io.segmenta.engine.base.UserFacingException where the recipe's period begins later
     */
    RunHandle until(long run, LocalDate lastDay, String by);

    /**
     * Submits the same recipe on all rows of another dataset; its segments keep the names of this run's where both are of one shop.
     *
     * @throws io.segmenta.engine.base.UserFacingException where the dataset lacks a column that the recipe reads
     */
    RunHandle on(long run, Fingerprint dataset, String by);

    void delete(long run);
}
