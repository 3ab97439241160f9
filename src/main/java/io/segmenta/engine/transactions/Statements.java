package io.segmenta.engine.transactions;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one store, one after the other. One that runs out of memory is tried once more on a single thread: threads that are held
 * up keep their memory while others take more, so how much a statement needs grows with the load of the machine, and one thread needs least.
 */
final class Statements {
    private final Connection connection;
    private final int threads;
    private volatile @Nullable Statement running;

    /** @param threads of the database, which it has again after a statement that was tried on one */
    Statements(Connection connection, int threads) {
        this.connection = connection;
        this.threads = threads;
    }

    /** What is done with one statement; where it fails everything is as it was. */
    interface Work<T> {
        T with(Statement statement) throws SQLException;
    }

    <T> T perform(Work<T> work) throws SQLException {
        return withinMemory(() -> {
            try (Statement statement = begin()) {
                return work.with(statement);
            } finally {
                running = null;
            }
        });
    }

    void execute(String sql) {
        try {
            perform(statement -> statement.execute(sql));
        } catch (SQLException e) {
            throw Sql.failure(sql, e);
        }
    }

    /** Calls back once per row of the answer; until the last is read the statement is one that can be interrupted. */
    void query(String sql, Consumer<Row> reader) {
        try (ResultSet result = answer(sql)) {
            Row row = new ResultRow(result);
            while (result.next()) {
                reader.accept(row);
            }
        } catch (SQLException e) {
            throw Sql.failure(sql, e);
        } finally {
            running = null;
        }
    }

    private ResultSet answer(String sql) throws SQLException {
        return withinMemory(() -> {
            Statement statement = begin();
            statement.closeOnCompletion();
            return statement.executeQuery(sql);
        });
    }

    /** The single number of a query that answers one. */
    long number(String sql) {
        long[] answer = new long[1];
        query(sql, row -> answer[0] = row.integer(0));
        return answer[0];
    }

    /** Of the statement under way, from another thread; does nothing where there is none. */
    void interrupt() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // it ended and was closed in the meantime: nothing is left to stop
                return;
            }
        }
    }

    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T withinMemory(Attempt<T> attempt) throws SQLException {
        try {
            return attempt.make();
        } catch (SQLException e) {
            if (threads == 1 || !Sql.isShortOfMemory(e)) {
                throw e;
            }
        }
        use(1);
        try {
            return attempt.make();
        } finally {
            use(threads);
        }
    }

    private void use(int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + number);
        }
    }

    private Statement begin() throws SQLException {
        Statement statement = connection.createStatement();
        running = statement;
        return statement;
    }
}
