package io.segmenta.service.run;

import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.tune.Trial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a run.
 *
 * @param percent of the whole run, 0–100, never falling
 * @param detail what is being done, in the user's words
 * @param remaining estimated, or null where nothing can be said yet
 * @param trials made so far, in their order; empty for a run that does not tune, and once it has ended
 */
public record RunProgress(
        RunStatus status,
        Stage stage,
        int percent,
        String detail,
        Duration elapsed,
        @Nullable Duration remaining,
        List<Trial> trials) {
    public RunProgress {
        trials = List.copyOf(trials);
    }
}
