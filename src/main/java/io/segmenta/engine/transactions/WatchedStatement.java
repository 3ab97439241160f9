package io.segmenta.engine.transactions;

import io.segmenta.engine.base.BackgroundThreads;
import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.duckdb.DuckDBPreparedStatement;

/** One long statement in a thread of its own, while the calling thread reports its progress and hears of a cancellation. */
final class WatchedStatement {
    private static final long POLL_MILLIS = 100;

    private final Statement statement;
    private final String sql;
    private double fraction;

    WatchedStatement(Statement statement, String sql) {
        this.statement = statement;
        this.sql = sql;
    }

    /**
     * Returns when the statement has ended, also where it was cancelled: then the database has undone it.
     *
     * @return as {@link Statement#execute(String)}
     * @throws CancelledException where the progress is cancelled or the calling thread is interrupted, which stays marked
     */
    boolean run(Progress progress, String detail) throws SQLException {
        FutureTask<Boolean> task = new FutureTask<>(() -> statement.execute(sql));
        BackgroundThreads.start("dataset-statement", task);
        try {
            while (!finished(task)) {
                progress.report(fraction(), detail);
            }
            return task.resultNow();
        } catch (CancelledException e) {
            stop(task);
            throw e;
        } catch (InterruptedException e) {
            stop(task);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private static boolean finished(FutureTask<Boolean> task) throws SQLException, InterruptedException {
        try {
            task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException("The dataset store failed at: statement", e.getCause());
        }
    }

    /** As far as before where the statement cannot be asked: one that fails is closed by then, and its own failure is what counts. */
    private double fraction() {
        try {
            double percent = statement
                    .unwrap(DuckDBPreparedStatement.class)
                    .getQueryProgress()
                    .getPercentage();
            fraction = Math.clamp(percent / 100, 0, 1);
        } catch (SQLException e) {
            return fraction;
        }
        return fraction;
    }

    private void stop(FutureTask<Boolean> task) {
        try {
            while (!task.isDone()) {
                statement.cancel();
                finished(task);
            }
        } catch (SQLException | InterruptedException e) {
            // it has ended, by the cancellation or on its own
            return;
        }
    }
}
