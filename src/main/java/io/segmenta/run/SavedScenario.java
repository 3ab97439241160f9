package io.segmenta.run;

import io.segmenta.budget.RoiScenario;
import java.time.Instant;

/** A scenario that was kept with its run, to compare others with. */
public record SavedScenario(long id, RoiScenario scenario, Instant at, String by) {}
