package io.segmenta.service.run;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.clean.Cleaner;
import io.segmenta.engine.features.FeatureExtractor;
import io.segmenta.engine.features.FeatureMatrix;
import io.segmenta.engine.features.FeatureTransformer;
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

    /** The feature matrix that a run of this recipe would cluster. */
    public static FeatureMatrix matrix(OpenedFile file, Recipe recipe) {
        return file.ask(store -> {
            Cleaner.clean(store, recipe.source().mapping(), recipe.cleaning(), file.today(), Progress.SILENT);
            return FeatureTransformer.fit(
                            FeatureExtractor.extract(store, recipe.snapshot(), Progress.SILENT),
                            recipe.transform(),
                            recipe.seed(),
                            Progress.SILENT)
                    .matrix();
        });
    }
}
