package io.segmenta.engine.forecast.history;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.forecast.model.Objective;

/** How far the forecasts are. Long loops call {@link #tick} several times a second, so that a cancelled run ends at once. */
public final class Steps {
    private final Progress progress;
    private double fraction;
    private String detail = "";

    public Steps(Progress progress) {
        this.progress = progress;
    }

    /** For work nobody watches. */
    public static Steps silent() {
        return new Steps(Progress.SILENT);
    }

    /** The next step begins. */
    public void at(double now, String what) {
        fraction = now;
        detail = what;
        tick();
    }

    /** Still at the same step. */
    public void tick() {
        progress.report(fraction, detail);
    }

    /** The same for a loop over customers: cheap enough to be called for each. */
    public void tick(int customer) {
        if ((customer & 0x3FF) == 0) {
            tick();
        }
    }

    /** Each evaluation ticks. */
    public Objective watched(Objective objective) {
        return (logs, gradient) -> {
            tick();
            return objective.evaluate(logs, gradient);
        };
    }
}
