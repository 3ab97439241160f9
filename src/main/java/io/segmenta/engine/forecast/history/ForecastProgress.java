package io.segmenta.engine.forecast.history;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;

/**
 * How far the forecasts are. Long loops call {@link #tick} several times a second, so that a cancelled run ends at once: each call may
 * throw {@link CancelledException}, which nobody here catches for good. Belongs to one thread.
 */
public final class ForecastProgress {
    /** Customers between two reports of a loop over them; a power of two. */
    private static final int STRIDE = 1024;

    private final Progress progress;
    private double fraction;
    private String detail = "";

    public ForecastProgress(Progress progress) {
        this.progress = progress;
    }

    /** For work nobody watches. */
    public static ForecastProgress silent() {
        return new ForecastProgress(Progress.SILENT);
    }

    /**
     * The next step begins.
     *
     * @param now how much of the forecasts is done, 0 to 1
     * @param what the step does, in the user's words
     */
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
        if ((customer & (STRIDE - 1)) == 0) {
            tick();
        }
    }
}
