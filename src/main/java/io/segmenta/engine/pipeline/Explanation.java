package io.segmenta.engine.pipeline;

import io.segmenta.engine.evaluate.Quality;
import io.segmenta.engine.segment.NameTest.Held;
import io.segmenta.engine.segment.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a segment is in plain words, and how sure it is.
 *
 * @param cluster of the segment
 * @param rule that describes it
 * @param jaccard how much of it was found again among other customers of the same kind, 0–1; see {@link io.segmenta.engine.evaluate.Stability}
 * @param holds what the segment's name says of its customers, with the share it is true of; empty where names are not tested
 */
public record Explanation(int cluster, Rule rule, double jaccard, List<Held> holds) {
    /** @param holds null as runs of earlier versions were stored */
    public Explanation(int cluster, Rule rule, double jaccard, @Nullable List<Held> holds) {
        this.cluster = cluster;
        this.rule = rule;
        this.jaccard = jaccard;
        this.holds = holds == null ? List.of() : List.copyOf(holds);
    }

    /** The word for {@code jaccard}. */
    public Quality grade() {
        return Quality.ofJaccard(jaccard);
    }
}
