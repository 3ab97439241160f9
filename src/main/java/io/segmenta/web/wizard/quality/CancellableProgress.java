package io.segmenta.web.wizard.quality;

import com.vaadin.flow.component.UI;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.web.shell.Background;

/** One piece of work in the background: shows how far it is, and stops it once nobody waits for it any longer. */
final class CancellableProgress implements Progress {
    /** Where the page shows it; called on the page's own thread. */
    interface Shown {
        void at(double fraction, String detail);
    }

    private final UI ui;
    private final Shown shown;
    private int percent = -1;
    private volatile boolean stopped;

    CancellableProgress(UI ui, Shown shown) {
        this.ui = ui;
        this.shown = shown;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void report(double fraction, String detail) {
        if (stopped) {
            throw new CancelledException();
        }
        int now = (int) Math.round(100 * fraction);
        if (now != percent) {
            percent = now;
            Background.show(ui, () -> shown.at(fraction, detail));
        }
    }
}
