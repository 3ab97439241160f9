package io.segmenta.web.shell;

import io.segmenta.engine.base.RunId;
import io.segmenta.engine.pipeline.Recipe;
import io.segmenta.engine.pipeline.RunResult;
import io.segmenta.service.run.RunSummary;
import io.segmenta.web.component.Formats;

/**
 * A run that succeeded, with all a page of it needs.
 *
 * @param formats in the user's locale and the run's currency
 */
public record FinishedRun(RunSummary summary, Recipe recipe, RunResult result, Formats formats) {

    public RunId id() {
        return summary.id();
    }
}
