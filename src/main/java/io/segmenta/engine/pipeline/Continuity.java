package io.segmenta.engine.pipeline;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.segment.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run's segments follow from those of its predecessor.
 *
 * @param run the predecessor
 * @param name of the predecessor when this run was made; empty where it had been deleted
 * @param snapshot of the predecessor; null where it had been deleted
 * @param summary one sentence: how many customers moved, or why the segments have names of their own
 * @param changes one per segment, in their order; empty where the runs do not belong together
 * @param gone sentences about segments of the predecessor that none of this run resembles
 */
public record Continuity(
        RunId run, String name, @Nullable LocalDate snapshot, String summary, List<Change> changes, List<String> gone) {
    /**
     * @param cluster of the segment
     * @param similarity to the segment of the predecessor that it has its name from, 0–1; 0 where it is new
     * @param sentence what is different
     */
    public record Change(int cluster, double similarity, String sentence) {}

    public Continuity {
        changes = List.copyOf(changes);
        gone = List.copyOf(gone);
    }

    /** Whether the segments were recognised. */
    public boolean matched() {
        return !changes.isEmpty();
    }

    public Optional<Change> change(Segment segment) {
        return changes.stream()
                .filter(change -> change.cluster() == segment.cluster())
                .findFirst();
    }
}
