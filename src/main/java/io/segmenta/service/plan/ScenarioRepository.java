package io.segmenta.service.plan;

import io.segmenta.engine.budget.RoiScenario;
import java.time.Instant;
import java.util.List;

/** Keeps scenarios as long as their runs. */
public interface ScenarioRepository {
    /** @return false where the run has a scenario of this name already */
    boolean add(long run, RoiScenario scenario, Instant at, String by);

    /** Oldest first. */
    List<SavedScenario> all(long run);

    void delete(long run, long scenario);
}
