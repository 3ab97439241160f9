package io.segmenta.engine.tune;

import io.segmenta.engine.cluster.model.Clustering;
import java.util.List;

/**
 * What a search found.
 *
 * @param trials in the order of the search
 * @param best the best feasible one
 * @param clustering what it gave
 * @param complete whether every trial was made, rather than stopped or out of time
 */
public record TuningResult(List<Trial> trials, Trial best, Clustering clustering, boolean complete) {
    public TuningResult {
        trials = List.copyOf(trials);
    }
}
