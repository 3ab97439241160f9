package io.segmenta.service.plan;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.RoiScenario;
import java.time.Instant;
import java.util.List;

/** Keeps scenarios as long as their runs. */
public interface ScenarioRepository {
    /** @return false where the run has a scenario of this name already */
    boolean add(RunId run, RoiScenario scenario, Instant at, UserName by);

    /** Oldest first. */
    List<SavedScenario> all(RunId run);

    void delete(RunId run, long scenario);
}
