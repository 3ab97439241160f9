package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.Progress;

/** Hears of each stage of a run. */
@FunctionalInterface
public interface StageProgress {
    /** For runs nobody watches. */
    StageProgress SILENT = (stage, fraction, detail) -> {};

    /**
     * @param fraction how much of this stage is done, 0 to 1
     * @param detail what is being done, in the user's words, may be empty
     * @throws io.segmenta.engine.base.CancelledException when the run should stop
     */
    void report(Stage stage, double fraction, String detail);

    /** The view of one stage. */
    default Progress of(Stage stage) {
        return (fraction, detail) -> report(stage, fraction, detail);
    }
}
