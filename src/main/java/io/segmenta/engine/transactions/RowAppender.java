package io.segmenta.engine.transactions;

import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Fills the table {@code source} row by row; nothing is visible before it is closed. */
public final class RowAppender implements AutoCloseable {
    private final DuckDBAppender appender;
    private final int columns;

    RowAppender(Connection connection, int columns) {
        this.columns = columns;
        try {
            this.appender =
                    connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, "source");
        } catch (SQLException e) {
            throw Sql.failure("append", e);
        }
    }

    /** One data row; missing cells at the end and null cells are empty. */
    public void row(@Nullable String[] cells) {
        try {
            appender.beginRow();
            for (int i = 0; i < columns; i++) {
                String cell = i < cells.length ? cells[i] : null;
                if (cell == null) {
                    appender.appendNull();
                } else {
                    appender.append(cell);
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw Sql.failure("append", e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw Sql.failure("append", e);
        }
    }
}
