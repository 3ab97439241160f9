package io.segmenta.service.run;

import io.segmenta.engine.base.Fingerprint;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.pipeline.ModelDocument;
import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.engine.segment.Segment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps runs. It decides who wins when a run is ended from two sides: each change of status names the status it must come from. */
public interface RunRepository {
    /**
     * A new run, queued.
     *
     * @throws io.segmenta.engine.base.UserFacingException where its dataset is no longer there
     */
    RunId add(Recipe recipe, UserName by, Instant created);

    /** @return whether it was queued and now is running */
    boolean start(RunId run, Instant started);

    /**
     * @param status one that ends a run without results
     * @param failure one sentence, null unless failed
     * @return whether it had not ended before
     */
    boolean end(RunId run, RunStatus status, @Nullable String failure, Instant ended);

    /**
     * Stores everything a run found, then, as the last step, that it succeeded. Whoever reads a succeeded run finds all of it, also after the
     * process was killed; nobody sees any of it before.
     *
     * @return false where the run was ended meanwhile; nothing remains of the outcome then
     */
    boolean succeed(RunId run, Outcome outcome, Instant ended, Progress progress);

    /** Marks what was running as interrupted and sweeps what such runs left; sets models aside whose run is not known. */
    void recover(Instant now);

    /** Runs that wait, first come first. */
    List<RunId> queued();

    /** Latest first. */
    List<RunSummary> all();

    Optional<RunSummary> find(RunId run);

    Optional<Recipe> recipe(RunId run);

    /** Empty unless the run succeeded. */
    Optional<RunResult> result(RunId run);

    /** Empty unless the run succeeded. */
    Optional<ModelDocument> model(RunId run);

    /**
     * Does nothing where there is none, or it has no result.
     *
     * @param renamed its segments under other names
     */
    void rename(RunId run, List<Segment> renamed);

    List<RunId> madeFrom(Fingerprint dataset);

    /** With its segments, customers and model. */
    void delete(RunId run);

    /** Of a run whose dataset is gone, or about to be. */
    static UserFacingException withoutData(Recipe recipe, @Nullable Throwable cause) {
        return new UserFacingException(
                "The data of \"" + recipe.name() + "\" was deleted a moment ago. Choose other data.", cause);
    }
}
