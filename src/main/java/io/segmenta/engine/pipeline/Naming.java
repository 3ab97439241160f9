package io.segmenta.engine.pipeline;

import io.segmenta.engine.features.CustomerFeatures;
import io.segmenta.engine.segment.NameTest;
import io.segmenta.engine.segment.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives segments the names of those that an earlier run found. */
@FunctionalInterface
public interface Naming {
    /** Names by the numbers alone. */
    Naming OWN = (features, clusters, segments, names) -> new Named(segments, null);

    /**
     * @param segments by persona, then ordinal
     * @param continuity null where there is no earlier run
     */
    record Named(List<Segment> segments, @Nullable Continuity continuity) {}

    /**
     * @param clusters per customer, −1 where he was left out
     * @param segments as their numbers alone name them
     * @param names which of them are true of which cluster: no other is kept
     */
    Named name(CustomerFeatures features, int[] clusters, List<Segment> segments, NameTest names);
}
