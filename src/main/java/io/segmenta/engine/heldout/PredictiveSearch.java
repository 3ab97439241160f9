package io.segmenta.engine.heldout;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.Seed;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.features.FeatureTransformer;
import io.segmenta.engine.features.TransformSettings;
import io.segmenta.engine.features.Transformed;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.engine.tune.Tuner;
import io.segmenta.engine.tune.TuningResult;
import io.segmenta.engine.tune.TuningSettings;
import io.segmenta.engine.tune.TuningWatch;

/**
 * Searches the settings whose segments told most of what customers did next: on the customers as they were known two horizons before the end,
 * by what they did in the first of these. The second is left to {@link HeldOutValidation}, so that what is shown was never looked for.
 */
public final class PredictiveSearch {
    private PredictiveSearch() {}

    /**
     * @param store with what the cleaning left in it
     * @param days of a horizon
     * @return with a clustering of the customers of that day, not of today's
     * @throws UserFacingException where the history is shorter than three horizons, or no setting that was tried may be used
     * @throws io.segmenta.engine.base.CancelledException as in {@link Tuner}
     */
    public static TuningResult of(
            TransactionStore store,
            int days,
            TransformSettings transform,
            TuningSettings settings,
            Seed seed,
            TuningWatch watch,
            Progress progress) {
        KnownThen then = known(store, days, transform, seed);
        Transformed transformed = FeatureTransformer.fit(then.features(), transform, seed, Progress.SILENT);
        return Tuner.tune(
                transformed.matrix(),
                settings,
                (labels, part) ->
                        Explained.of(then.spend(), transformed.rows(), labels).mean(),
                seed,
                watch,
                progress);
    }

    private static KnownThen known(TransactionStore store, int days, TransformSettings transform, Seed seed) {
        try {
            return KnownThen.of(store, 2, days, transform.features(), seed, Progress.SILENT);
        } catch (UserFacingException why) {
            throw new UserFacingException(
                    "Settings cannot be judged by what customers did next. " + why.getMessage()
                            + " Or search for usable segments.",
                    why);
        }
    }
}
