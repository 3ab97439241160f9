package io.segmenta.cli;

import io.segmenta.engine.pipeline.Stage;
import io.segmenta.engine.pipeline.StageProgress;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A line when a stage begins, one a second while it lasts, and one when it is done. */
final class ConsoleProgress implements StageProgress {
    private final PrintWriter out;
    private @Nullable Stage current;
    private long started;
    private long told;
    private boolean done;

    ConsoleProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void report(Stage stage, double fraction, String detail) {
        long now = System.nanoTime();
        if (stage != current) {
            current = stage;
            started = now;
            told = now;
            done = false;
            say(stage.label());
        } else if (done) {
            return;
        } else if (fraction >= 1) {
            done = true;
            double seconds = (now - started) / (double) TimeUnit.SECONDS.toNanos(1);
            say(String.format(Locale.ROOT, "  done in %.2f s", seconds));
        } else if (now - told >= TimeUnit.SECONDS.toNanos(1)) {
            told = now;
            say(String.format(Locale.ROOT, "  %3.0f %%  %s", 100 * fraction, detail));
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
