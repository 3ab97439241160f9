package io.segmenta.web.shell;

import io.segmenta.run.Recipe;
import io.segmenta.run.RunResult;
import io.segmenta.run.RunSummary;
import io.segmenta.web.component.Formats;

/**
 * A run that succeeded, with all a page of it needs.
 *
 * @param formats in the user's locale and the run's currency
 */
public record FinishedRun(RunSummary summary, Recipe recipe, RunResult result, Formats formats) {

    public long id() {
        return summary.id();
    }
}
