package io.segmenta.engine.ingest.sqlite;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.SourceFile;
import io.segmenta.engine.ingest.table.Table;
import io.segmenta.engine.ingest.table.Unpacking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A SQLite database, which may come from anybody: it is opened for reading only, its schema is not trusted with functions that reach
 * out, broken cells are noticed, and neither a view that never answers nor one that never ends is waited for.
 */
public final class SqliteDatabase implements SourceFile {
    private static final String NAMES =
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY type, rowid LIMIT 1000";

    private final Connection connection;
    private final List<Table> tables = new ArrayList<>();

    private SqliteDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * @param name for messages
     * @throws UserFacingException where it is damaged, or none of its tables and views can be read
     */
    public static SourceFile open(Path file, String name) throws IOException {
        try {
            SqliteDatabase database = new SqliteDatabase(connect(file));
            try {
                database.list(name, Files.size(file));
                return database;
            } catch (SQLException | IOException | RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (SQLException e) {
            throw damaged(name, e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // nobody else writes to an upload, and a database in WAL mode opens without its log
        Connection connection = DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri() + "?immutable=1", config.toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA trusted_schema = OFF");
            statement.execute("PRAGMA cell_size_check = ON");
            statement.execute("PRAGMA query_only = ON");
            statement.execute("PRAGMA mmap_size = 0");
        }
        return connection;
    }

    private void list(String name, long size) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(NAMES)) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        SQLException failure = null;
        for (String table : names) {
            try {
                tables.add(new SqliteTable(connection, table, size));
            } catch (SQLException e) {
                // a view that cannot be read now is no view to offer
                failure = e;
            }
        }
        if (tables.isEmpty() && failure != null) {
            throw damaged(name, failure);
        }
    }

    private static UserFacingException damaged(String name, SQLException cause) {
        return new UserFacingException(
                "\"" + name + "\" cannot be read as a SQLite database: it is damaged, was cut off, or its views take "
                        + "too long. Export the table with your orders as CSV and upload that.",
                cause);
    }

    @Override
    public List<Table> tables() {
        return tables;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static final class SqliteTable implements Table {
        private static final int PREVIEW_SECONDS = 5;
        private static final int PATIENCE_SECONDS = 120;
        private static final long REPORT_EVERY_ROWS = 10_000;

        private final Connection connection;
        private final String name;
        private final long size;
        private final FirstRows first = new FirstRows(FirstRows.MOST);

        SqliteTable(Connection connection, String name, long size) throws SQLException {
            this.connection = connection;
            this.name = name;
            this.size = size;
            rows(first, SqlitePatience.of(PREVIEW_SECONDS, Progress.SILENT));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String format() {
            return "SQLite, table " + name;
        }

        @Override
        public List<List<String>> firstRows() {
            return first.rows();
        }

        @Override
        public OptionalLong rows() {
            try (Statement statement = connection.createStatement()) {
                SqlitePatience patience = SqlitePatience.of(PREVIEW_SECONDS, Progress.SILENT);
                patience.watch(connection);
                try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + quoted())) {
                    return OptionalLong.of(result.getLong(1));
                } finally {
                    patience.unwatch(connection);
                }
            } catch (SQLException e) {
                // a view that takes its time: its rows will be counted when they are read
                return OptionalLong.empty();
            }
        }

        private String quoted() {
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }

        @Override
        public void scan(RowHandler handler, Progress progress) throws IOException {
            try {
                RowHandler reporting = new ReportingHandler(
                        handler, REPORT_EVERY_ROWS, () -> progress.report(0.5, "reading table " + name));
                rows(reporting, SqlitePatience.of(PATIENCE_SECONDS, progress));
            } catch (SQLException e) {
                throw new UserFacingException(
                        "The table \"" + name + "\" cannot be read to its end (" + e.getMessage()
                                + "). Export it as CSV and upload that.",
                        e);
            }
        }

        private void rows(RowHandler handler, SqlitePatience patience) throws SQLException {
            // an honest table says no more than its file holds; a view may join, but not without end
            Unpacking limit = new Unpacking(name, size, Progress.SILENT);
            try (Statement statement = connection.createStatement()) {
                patience.watch(connection);
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + quoted())) {
                    int columns = result.getMetaData().getColumnCount();
                    for (int i = 1; i <= columns; i++) {
                        handler.text(i - 1, result.getMetaData().getColumnName(i));
                    }
                    boolean more = handler.endRow();
                    while (more && result.next()) {
                        patience.answered();
                        for (int i = 1; i <= columns; i++) {
                            limit.add(1 + cell(handler, i - 1, result.getObject(i)));
                        }
                        more = handler.endRow();
                    }
                }
            } finally {
                patience.unwatch(connection);
            }
        }

        /** @return the length of the text */
        private static int cell(RowHandler handler, int column, @Nullable Object value) {
            if (value == null || value instanceof byte[]) {
                return 0;
            }
            String text = value instanceof Double number ? PlainNumber.of(number.toString()) : value.toString();
            handler.text(column, text);
            return text.length();
        }
    }
}
