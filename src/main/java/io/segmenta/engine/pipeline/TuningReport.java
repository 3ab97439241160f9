package io.segmenta.engine.pipeline;

import io.segmenta.engine.tune.Trial;
import io.segmenta.engine.tune.TuningResult;
import java.util.List;

/**
 * What a search for hyperparameters tried.
 *
 * @param trials in the order of the search
 * @param best number of the trial whose segments the run has
 * @param complete whether every trial was made, rather than stopped or out of time
 */
public record TuningReport(List<Trial> trials, int best, boolean complete) {
    public TuningReport {
        trials = List.copyOf(trials);
    }

    static TuningReport of(TuningResult result) {
        return new TuningReport(result.trials(), result.best().number(), result.complete());
    }

    /** Best first; settings that may not be used come last. */
    public List<Trial> leaderboard() {
        return trials.stream().sorted(Trial.BEST_FIRST).toList();
    }
}
