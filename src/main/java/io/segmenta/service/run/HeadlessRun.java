package io.segmenta.service.run;

import io.segmenta.engine.pipeline.Outcome;
import io.segmenta.engine.pipeline.Pipeline;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.StageProgress;
import io.segmenta.engine.tune.TuningWatch;
import io.segmenta.service.dataset.OpenedFile;

/** A run of an opened file, on the thread that calls: without a queue, a database or a server. */
public final class HeadlessRun {
    private HeadlessRun() {}

    /**
     * @throws io.segmenta.engine.base.UserFacingException where no row is left or the recipe does not fit the file
     * @throws io.segmenta.engine.base.CancelledException where the progress asks for it
     */
    public static Outcome of(OpenedFile file, Recipe recipe, StageProgress progress) {
        return file.ask(store -> Pipeline.run(recipe, store, file.today(), progress, TuningWatch.NONE));
    }
}
