package io.segmenta.service.run;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.base.UserName;
import io.segmenta.engine.evaluate.Quality;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history.
 *
 * @param datasetName file name as uploaded
 * @param algorithm for people, for example "k-means, 5 segments"
 * @param quality null unless succeeded
 * @param customers null unless succeeded
 * @param failure one sentence, null unless failed
 */
public record RunSummary(
        RunId id,
        String name,
        String datasetName,
        String algorithm,
        RunStatus status,
        @Nullable Quality quality,
        @Nullable Integer customers,
        Instant created,
        @Nullable Duration took,
        UserName by,
        @Nullable String failure) {}
