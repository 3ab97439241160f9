package io.segmenta.run;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a run.
 *
 * @param percent of the whole run, 0–100, never falling
 * @param detail what is being done, in the user's words
 * @param remaining estimated, or null where nothing can be said yet
 */
public record RunProgress(
        RunStatus status,
        Stage stage,
        int percent,
        String detail,
        Duration elapsed,
        @Nullable Duration remaining) {}
