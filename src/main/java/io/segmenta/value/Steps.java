package io.segmenta.value;

import io.segmenta.base.Progress;

/** How far the forecasts are. Long loops call {@link #tick} several times a second, so that a cancelled run ends at once. */
final class Steps {
    private final Progress progress;
    private double fraction;
    private String detail = "";

    Steps(Progress progress) {
        this.progress = progress;
    }

    /** For work nobody watches. */
    static Steps silent() {
        return new Steps(Progress.SILENT);
    }

    /** The next step begins. */
    void at(double now, String what) {
        fraction = now;
        detail = what;
        tick();
    }

    /** Still at the same step. */
    void tick() {
        progress.report(fraction, detail);
    }

    /** The same for a loop over customers: cheap enough to be called for each. */
    void tick(int customer) {
        if ((customer & 0x3FF) == 0) {
            tick();
        }
    }

    /** Each evaluation ticks. */
    Objective watched(Objective objective) {
        return (logs, gradient) -> {
            tick();
            return objective.evaluate(logs, gradient);
        };
    }
}
