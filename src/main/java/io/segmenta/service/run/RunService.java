package io.segmenta.service.run;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.Assignment;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.reshape.Reshaping;
import io.segmenta.service.results.AssignmentQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Runs: submitted, watched, looked up. Any thread may ask.
 *
 * <p>Where the process is killed, a run that waits is taken up at the next start, in its old order; one that was running is then interrupted,
 * what it had stored by halves is swept away, and it can be submitted {@linkplain #again again}; one that had succeeded is there with all of its
 * results.
 */
public interface RunService {
    /**
     * Queues a run; returns at once.
     *
     * @param by who asked for it
     */
    RunHandle submit(Recipe recipe, UserName by);

    Optional<RunHandle> handle(RunId run);

    /** Latest first. */
    List<RunSummary> history();

    Optional<RunSummary> summary(RunId run);

    Optional<Recipe> recipe(RunId run);

    /** Empty unless the run succeeded. */
    Optional<RunResult> result(RunId run);

    /** One page of the run's customers. */
    List<Assignment> assignments(AssignmentQuery query);

    /** How many customers the query matches, whatever its offset and limit. */
    int count(AssignmentQuery query);

    /** At most {@code limit} customers, each cluster in proportion to its size and at least one of it; the same ones each time. */
    List<Assignment> sample(RunId run, int limit);

    /** Submits the same recipe again. */
    RunHandle again(RunId run, UserName by);

    /**
     * Submits the same recipe on the rows until a day, with recency from the day after; its segments keep the names of this run's.
     *
     * @param lastDay the last day that counts
     * @throws io.segmenta.engine.base.UserFacingException where the recipe's period begins later
     */
    RunHandle until(RunId run, LocalDate lastDay, UserName by);

    /**
     * Submits the same recipe on all rows of another dataset; its segments keep the names of this run's where both are of one shop.
     *
     * @throws io.segmenta.engine.base.UserFacingException where the dataset lacks a column that the recipe reads
     */
    RunHandle on(RunId run, Fingerprint dataset, UserName by);

    /**
     * Gives a segment of the run a name of the user's own, on every page and in every export; later runs that follow this one keep it.
     *
     * @param cluster of the segment
     * @param name blank for the name it had without one
     * @throws io.segmenta.engine.base.UserFacingException where the run or segment is gone, or the name cannot be had
     */
    void rename(RunId run, int cluster, String name);

    /**
     * Submits the same recipe with other segments: some put together, one divided; later runs that follow it keep that.
     *
     * @throws io.segmenta.engine.base.UserFacingException where the run is gone, or its segments cannot be changed so
     */
    RunHandle reshape(RunId run, Reshape how, UserName by);

    /** What becomes of the segments of a run. */
    @FunctionalInterface
    interface Reshape {
        Reshaping of(Reshaping.Shaped run);
    }

    /** Cancels it where it has not ended, and deletes it with its results. Does nothing where there is none. */
    void delete(RunId run);
}
