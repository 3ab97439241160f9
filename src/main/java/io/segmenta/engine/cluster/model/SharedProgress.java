package io.segmenta.engine.cluster.model;

import io.segmenta.engine.base.Progress;

/** Lets several threads advance one progress; whoever advances it learns that the work should stop. */
public final class SharedProgress {
    private final Progress progress;
    private final String detail;
    private final double total;
    private double done;

    /** @param total how many steps there are */
    public SharedProgress(Progress progress, String detail, double total) {
        this.progress = progress;
        this.detail = detail;
        this.total = total;
    }

    public synchronized void advance(double steps) {
        done += steps;
        progress.report(Math.min(1, done / total), detail);
    }

    public void check() {
        advance(0);
    }
}
