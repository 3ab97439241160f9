package io.segmenta.engine.ingest.sqlite;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** Stops a query that gives no row for too long, or whose reader was cancelled. */
final class SqlitePatience extends ProgressHandler {
    private static final int STEPS_BETWEEN_LOOKS = 100_000;

    private final long nanos;
    private final Progress progress;
    private long lastRow = System.nanoTime();
    private @Nullable CancelledException cancelled;

    private SqlitePatience(long nanos, Progress progress) {
        this.nanos = nanos;
        this.progress = progress;
    }

    static SqlitePatience of(int seconds, Progress progress) {
        return new SqlitePatience(Duration.ofSeconds(seconds).toNanos(), progress);
    }

    void watch(Connection connection) throws SQLException {
        ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, this);
    }

    void unwatch(Connection connection) throws SQLException {
        ProgressHandler.clearHandler(connection);
        rethrow();
    }

    void answered() {
        lastRow = System.nanoTime();
    }

    void rethrow() {
        if (cancelled != null) {
            throw cancelled;
        }
    }

    @Override
    protected int progress() {
        try {
            progress.report(0.5, "waiting for the database");
        } catch (CancelledException e) {
            cancelled = e;
            return 1;
        }
        return System.nanoTime() - lastRow > nanos ? 1 : 0;
    }
}
