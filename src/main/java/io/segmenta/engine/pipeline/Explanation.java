package io.segmenta.engine.pipeline;

import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.segment.Rule;

/**
 * What a segment is in plain words, and how sure it is.
 *
 * @param cluster of the segment
 * @param rule that describes it
 * @param jaccard how much of it was found again among other customers of the same kind, 0–1; see {@link io.segmenta.engine.evaluate.Stability}
 */
public record Explanation(int cluster, Rule rule, double jaccard) {
    /** The word for {@code jaccard}. */
    public Quality grade() {
        return Quality.ofJaccard(jaccard);
    }
}
