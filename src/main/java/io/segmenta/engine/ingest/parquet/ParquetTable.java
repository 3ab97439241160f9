package io.segmenta.engine.ingest.parquet;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.FirstRows;
import io.segmenta.engine.ingest.table.PlainNumber;
import io.segmenta.engine.ingest.table.ReportingHandler;
import io.segmenta.engine.ingest.table.RowHandler;
import io.segmenta.engine.ingest.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one table of a Parquet file.
 *
 * @param fileName for messages
 * @param count of rows, as the file's footer has it
 */
record ParquetTable(Path file, String fileName, List<Column> columns, List<List<String>> firstRows, long count)
        implements Table {
    private static final long REPORT_EVERY_ROWS = 20_000;

    private record Column(String name, boolean number) {}

    static ParquetTable of(Path file, String name) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<Column> columns = new ArrayList<>();
            try (ResultSet none = statement.executeQuery("SELECT * FROM " + source(file) + " LIMIT 0")) {
                for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                    int type = none.getMetaData().getColumnType(i);
                    boolean number = type == Types.DOUBLE || type == Types.FLOAT || type == Types.REAL;
                    columns.add(new Column(none.getMetaData().getColumnName(i), number));
                }
            }
            FirstRows first = new FirstRows(FirstRows.MOST);
            read(statement, file, columns, FirstRows.MOST, first);
            long rows;
            try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + source(file))) {
                rows = count.next() ? count.getLong(1) : 0;
            }
            return new ParquetTable(file, name, columns, first.rows(), rows);
        }
    }

    private static Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "512MiB");
        settings.setProperty("threads", "1");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("jdbc_stream_results", "true");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    private static String source(Path file) {
        return "read_parquet('" + file.toAbsolutePath().toString().replace("'", "''") + "')";
    }

    static UserFacingException damaged(String name, SQLException cause) {
        return new UserFacingException(
                "\"" + name + "\" cannot be read as a Parquet file: it is damaged or was cut off. Write it again, or "
                        + "export the orders as CSV, and upload that.",
                cause);
    }

    @Override
    public String name() {
        return "";
    }

    @Override
    public String format() {
        return "Parquet";
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.of(count);
    }

    @Override
    public void scan(RowHandler handler, Progress progress) {
        long[] done = new long[1];
        RowHandler reporting = new ReportingHandler(handler, REPORT_EVERY_ROWS, () -> {
            done[0] += REPORT_EVERY_ROWS;
            progress.report(Math.min(1, (double) done[0] / Math.max(1, count)), "reading rows");
        });
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            read(statement, file, columns, Long.MAX_VALUE, reporting);
        } catch (SQLException e) {
            throw damaged(fileName, e);
        }
    }

    /** The header and the rows. The database writes dates and times as text; figures are written as everywhere else. */
    private static void read(Statement statement, Path file, List<Column> columns, long most, RowHandler handler)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            handler.text(i, columns.get(i).name);
        }
        if (!handler.endRow() || columns.isEmpty()) {
            return;
        }
        String texts = columns.stream()
                .map(column -> "CAST(\"" + column.name.replace("\"", "\"\"") + "\" AS VARCHAR)")
                .collect(Collectors.joining(", "));
        try (ResultSet rows = statement.executeQuery("SELECT " + texts + " FROM " + source(file) + " LIMIT " + most)) {
            boolean more = true;
            while (more && rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    @Nullable String text = rows.getString(i + 1);
                    if (text != null) {
                        handler.text(i, columns.get(i).number ? PlainNumber.of(text) : text);
                    }
                }
                more = handler.endRow();
            }
        }
    }
}
