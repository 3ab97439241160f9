package io.segmenta.service.plan;

import io.segmenta.engine.playbook.PlaybookVersion;
import java.util.List;
import java.util.Optional;

/** Keeps what the playbook was from edit to edit. */
public interface PlaybookRepository {
    /** Oldest first; empty where nobody has ever edited it. */
    List<PlaybookVersion> all();

    Optional<PlaybookVersion> latest();

    /**
     * All of them or none.
     *
     * @return false where there is a version with one of these numbers already: somebody was faster
     */
    boolean add(List<PlaybookVersion> versions);
}
