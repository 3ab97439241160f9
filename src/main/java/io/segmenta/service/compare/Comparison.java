package io.segmenta.service.compare;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.evaluate.Agreement;
import io.segmenta.engine.segment.Migration;
import org.jspecify.annotations.Nullable;

/**
 * What two runs have in common and what moved between them; small, however many customers there are.
 *
 * @param agreement about the customers who have a segment in both; null where nobody has
 */
public record Comparison(
        RunId before,
        RunId after,
        Migration migration,
        @Nullable Agreement agreement) {}
