package io.segmenta.service.plan;

import io.segmenta.engine.base.UserName;
import io.segmenta.engine.budget.RoiScenario;
import java.time.Instant;

/** A scenario that was kept with its run, to compare others with. */
public record SavedScenario(long id, RoiScenario scenario, Instant at, UserName by) {}
