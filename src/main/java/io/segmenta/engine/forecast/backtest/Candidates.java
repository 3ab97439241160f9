package io.segmenta.engine.forecast.backtest;

import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.model.PurchaseFit.Family;
import java.util.Arrays;
import java.util.List;

/** Among which models the best is sought. */
public enum Candidates {
    /** those of the first version: purchases by BG/NBD, and the churn models chosen at one origin */
    ORIGINAL,
    ALL;

    /** Plainest first. */
    List<Family> families() {
        return this == ORIGINAL ? List.of(Family.BG_NBD) : List.of(Family.BG_NBD, Family.MBG_NBD, Family.MBG_CNBD_K);
    }

    /**
     * Plainest first.
     *
     * @param learned whether there is an earlier origin to learn from
     */
    List<ChurnModel> churnModels(boolean learned) {
        return Arrays.stream(ChurnModel.values())
                .filter(model -> this == ALL || model.isOriginal())
                .filter(model -> learned || !model.learns())
                .toList();
    }
}
