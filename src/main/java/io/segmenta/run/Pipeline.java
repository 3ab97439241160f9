package io.segmenta.run;

import io.segmenta.base.UserFacingException;
import io.segmenta.transactions.TransactionStore;

/** The stages of a run, one after the other. */
public final class Pipeline {
    private Pipeline() {}

    /** @param store the rows of the recipe's dataset, for this run alone */
    @SuppressWarnings("DoNotCallSuggester")
    public static Outcome run(Recipe recipe, TransactionStore store, StageProgress progress) {
        throw new UserFacingException("No engine.");
    }
}
