package io.segmenta.engine.transactions;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of one dataset in one DuckDB file. Table {@code source} holds them as read: one text column {@code c0, c1, …} per header, in file
 * order, so that {@code rowid + 1} is the number of the data row; table {@code header} names the columns. What the cleaning makes of
 * them lives in further tables of the same file.
 *
 * <p>Memory and threads are limited and spilling goes beside the file, so a dataset larger than memory works.
 *
 * <p><b>Threads.</b> One thread at a time, whichever; only {@link #interrupt()} may come from another. A statement with a progress runs on a
 * thread of its own, and the caller's thread calls the progress back, about ten times a second.
 *
 * <p><b>Failure.</b> Each statement happens as a whole or not at all: one that fails or is cancelled leaves the tables as they were before it,
 * and the store can be used on. One that runs out of memory is tried once more on a single thread. {@link #create} and {@link #derive} are
 * several statements; a store in which they failed is to be deleted. On disk are the file, while it is open its log ({@code .wal}) and what
 * is spilled ({@code .tmp}); closing removes the last two, and a process that is killed leaves them until the file is opened again.
 *
 * <p>Methods throw {@link UserFacingException} where memory or disk do not suffice, {@link io.segmenta.engine.base.CancelledException} where
 * they were interrupted, and {@link IllegalStateException} where the database refuses a statement, which is a fault of the program.
 */
public final class TransactionStore implements AutoCloseable {
    /** The first that has the compression of {@link #create}. */
    private static final String STORAGE_VERSION = "v1.3.0";

    /** Of a CSV file, in bytes. */
    private static final int LONGEST_LINE = 2_000_000;

    private final Path file;
    private final StoreLimits limits;
    private final Connection connection;
    private final Statements statements;
    private final HeaderTable header;
    private final Map<Inquiry<?>, Object> answers = new HashMap<>();

    private TransactionStore(Path file, StoreLimits limits, Connection connection) {
        this.file = file;
        this.limits = limits;
        this.connection = connection;
        this.statements = new Statements(connection, limits.threads());
        this.header = new HeaderTable(statements);
    }

    /** Loads the library of the database, 60 MB that the first store of a process waits for otherwise. */
    public static void prepare() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException e) {
            // the first store that is opened says so
            return;
        }
    }

    /**
     * Opens the store in {@code file}, creating an empty one where there is none.
     *
     * @throws UserFacingException where the folder cannot be written, or the file is no store, is damaged or belongs to another process
     */
    public static TransactionStore open(Path file, StoreLimits limits) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Properties settings = new Properties();
            settings.setProperty("memory_limit", limits.memoryMebibytes() + "MiB");
            settings.setProperty("threads", String.valueOf(limits.threads()));
            settings.setProperty("storage_compatibility_version", STORAGE_VERSION);
            settings.setProperty("write_buffer_row_group_count", String.valueOf(limits.rowGroupsWritten()));
            settings.setProperty("temp_directory", file.toAbsolutePath() + ".tmp");
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings);
            try (Statement statement = connection.createStatement()) {
                // without it no statement tells how far it is
                statement.execute("SET enable_progress_bar = true");
                statement.execute("SET enable_progress_bar_print = false");
            }
            return new TransactionStore(file, limits, connection);
        } catch (SQLException e) {
            throw new UserFacingException(
                    "The dataset store " + file.getFileName()
                            + " cannot be opened. Delete the dataset and upload it again.",
                    e);
        } catch (IOException e) {
            throw new UserFacingException(
                    "The folder " + file.getParent() + " cannot be written. Choose another folder or free space.", e);
        }
    }

    /**
     * What follows from the rows and columns as read, and from nothing else.
     *
     * @param <T> of the answer, which nobody changes
     */
    public interface Inquiry<T> {
        /** Looks at the store. Inquiries that are equal have the same answer. */
        T answer(TransactionStore store);
    }

    public Path file() {
        return file;
    }

    /** The headers as read, in file order. */
    public List<String> headers() {
        return header.names();
    }

    public long rows() {
        return number("SELECT count(*) FROM source");
    }

    /** Looks once: the answer stands until the rows or columns change. */
    @SuppressWarnings("unchecked")
    public <T> T once(Inquiry<T> inquiry) {
        // an answer may need others
        Object known = answers.get(inquiry);
        if (known == null) {
            known = inquiry.answer(this);
            answers.put(inquiry, known);
        }
        return (T) known;
    }

    /**
     * The SQL of the text column under {@code header}.
     *
     * @throws UserFacingException where there is none
     */
    public String column(String header) {
        List<String> headers = headers();
        int position = headers.indexOf(header);
        if (position < 0) {
            throw new UserFacingException(
                    "The file has no column \"" + header + "\". Its columns are: " + String.join(", ", headers) + ".");
        }
        return "c" + position;
    }

    /** How a column comes to be that is not the file's own, whether it was made while reading or is only named; else empty. */
    public Optional<DerivedColumn> derived(String name) {
        return header.derived(name);
    }

    /**
     * Makes the empty tables of a dataset; {@link #loadCsv} fills them. Once a store.
     *
     * @param headers unique, in the order of the file, at least one
     */
    public void create(List<String> headers) {
        answers.clear();
        header.create(headers);
        execute(IntStream.range(0, headers.size())
                .mapToObj(i -> "c" + i + " VARCHAR USING COMPRESSION dict_fsst")
                .collect(Collectors.joining(", ", "CREATE TABLE source (", ")")));
    }

    /** What stands between the cells of the text file, where the rows came from one as it is; empty elsewhere. */
    public Optional<String> delimiter() {
        List<String> found = new ArrayList<>();
        if (has("delimiter")) {
            query("SELECT mark FROM delimiter", row -> found.add(String.valueOf(row.text(0))));
        }
        return found.stream().findFirst();
    }

    /** Whether there is a table of that name. */
    public boolean has(String table) {
        return number("SELECT count(*) FROM duckdb_tables() WHERE table_name = " + Sql.text(table)) > 0;
    }

    /**
     * Adds text columns that follow from the others, behind them and in the order of the list.
     *
     * @param source of what they are made of
     */
    public void derive(List<? extends DerivedColumn> columns, DerivedColumn.Columns source) {
        int position = headers().size();
        StringBuilder derived = new StringBuilder();
        for (DerivedColumn column : columns) {
            header.add(position, column);
            derived.append(", CAST(")
                    .append(column.text(source))
                    .append(" AS VARCHAR) AS c")
                    .append(position++);
        }
        execute("CREATE TABLE derived AS SELECT *" + derived + " FROM source ORDER BY rowid");
        replaceRows("derived");
    }

    /** Takes another table of this store for the rows, which then has its name no more. */
    public void replaceRows(String table) {
        answers.clear();
        execute("DROP TABLE source");
        execute("ALTER TABLE " + table + " RENAME TO source");
    }

    /** Adds the rows of a query. */
    public void add(String rows) {
        answers.clear();
        execute("INSERT INTO source " + rows);
    }

    /**
     * Adds the rows of a UTF-8 CSV file, on all threads, in the order of the file. Empty cells are null.
     *
     * @param progress from 0 to 1; called on the calling thread
     * @throws MalformedCsvException where a row has more or fewer cells than there are headers, or is otherwise irregular; no row of the
     *     file was then added
     */
    public void loadCsv(Path csv, CsvLayout layout, Progress progress) throws MalformedCsvException {
        answers.clear();
        String columns = IntStream.range(0, headers().size())
                .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
                .collect(Collectors.joining(", ", "{", "}"));
        String sql = "INSERT INTO source SELECT * FROM read_csv("
                + Sql.text(csv.toAbsolutePath().toString())
                + ", auto_detect = false, compression = 'none', header = false, skip = " + layout.skippedLines()
                + ", delim = " + Sql.text(String.valueOf(layout.delimiter()))
                + ", quote = '\"', escape = '\"', max_line_size = " + LONGEST_LINE + ", buffer_size = "
                + limits.csvBufferBytes()
                + ", columns = " + columns + ")";
        try {
            statements.perform(statement -> new WatchedStatement(statement, sql).run(progress, "loading rows"));
        } catch (SQLException e) {
            if (Sql.isMalformedCsv(e)) {
                throw new MalformedCsvException(e);
            }
            throw Sql.failure(sql, e);
        }
        execute("CREATE OR REPLACE TABLE delimiter AS SELECT " + Sql.text(String.valueOf(layout.delimiter()))
                + " AS mark");
    }

    /** A statement of milliseconds: no progress, and {@link #interrupt()} is the only way to stop it. */
    public void execute(String sql) {
        statements.execute(sql);
    }

    /** As {@link #execute(String)}, for a statement of seconds: reports how far it is, and stops when the progress is cancelled. */
    public void execute(String sql, Progress progress, String detail) {
        try {
            statements.perform(statement -> new WatchedStatement(statement, sql).run(progress, detail));
        } catch (SQLException e) {
            throw Sql.failure(sql, e);
        }
    }

    /** Calls back once per row of the answer, on the calling thread; the row is valid during the call only. */
    public void query(String sql, Consumer<Row> reader) {
        statements.query(sql, reader);
    }

    /** The single number of a query that answers one. */
    public long number(String sql) {
        return statements.number(sql);
    }

    /**
     * Stops the statement under way, from another thread; its caller gets a {@link io.segmenta.engine.base.CancelledException}. Waits for
     * nothing: the statement may still run for a moment, and the store must not be closed before its caller has returned. Does nothing
     * where no statement runs; the next one is not stopped.
     */
    public void interrupt() {
        statements.interrupt();
    }

    /** Writes what is in the log into the file, which may take seconds after a large load. Not while a statement runs. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The dataset store " + file + " did not close.", e);
        }
    }
}
