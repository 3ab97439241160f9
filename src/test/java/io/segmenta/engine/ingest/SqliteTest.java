package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
    private static final String ORDERS =
            "CREATE TABLE orders (customer_id, order_id, sku, order_date, qty, unit_price)";

    @TempDir
    Path databases;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = databases.resolve("shop.db");
    }

    private byte[] database(String... statements) throws Exception {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return Files.readAllBytes(file);
    }

    private Reading read(byte[] content, String... tables) throws Exception {
        return Reading.of(folder, content, new SourceOptions(List.of(tables), null));
    }

    @Test
    void the_table_with_the_orders_is_read_as_text() throws Exception {
        byte[] content = database(
                "CREATE TABLE staff (name, born)",
                "INSERT INTO staff VALUES ('Ann', 1970)",
                ORDERS,
                "INSERT INTO orders VALUES (17850.0, '0012', 'a \"b\", c', '2010-12-01 08:26:00', 6, 2.55), (NULL, 'C1', x'00ff', NULL, -1, 1e-3)");
        Reading reading = read(content);
        assertThat(reading.summary().format()).isEqualTo("SQLite, table orders");
        assertThat(reading.rows())
                .containsExactly("17850|0012|a \"b\", c|2010-12-01 08:26:00|6|2.55", "~|C1|~|~|-1|0.001");
    }

    @Test
    void tables_and_views_can_be_chosen() throws Exception {
        byte[] content = database(
                ORDERS,
                "INSERT INTO orders VALUES (1, 2, 3, 4, 5, 6), (7, 8, 9, 10, 11, 12)",
                "CREATE VIEW \"recent \"\"ones\"\"\" AS SELECT * FROM orders WHERE qty > 5");
        assertThat(read(content, "recent \"ones\"").rows()).containsExactly("7|8|9|10|11|12");
    }

    @Test
    void nothing_in_a_database_is_run_when_it_is_read() throws Exception {
        byte[] content = database(
                ORDERS,
                "INSERT INTO orders VALUES (1, 2, 3, 4, 5, 6)",
                "CREATE TABLE log (x)",
                "CREATE TRIGGER t AFTER INSERT ON orders BEGIN INSERT INTO log VALUES (1); END",
                "CREATE VIEW evil AS SELECT load_extension('/tmp/evil.so') AS customer_id, 2 AS order_id");
        assertThat(read(content).rows()).containsExactly("1|2|3|4|5|6");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content, "evil"))
                .withMessageContaining("\"orders\"");
    }

    @Test
    void views_that_never_answer_or_never_end_are_not_waited_for() throws Exception {
        byte[] content = database(
                ORDERS,
                "INSERT INTO orders VALUES (1, 2, 3, 4, 5, 6)",
                "CREATE VIEW never AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS customer_id FROM n",
                "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS a, hex(zeroblob(1000)) AS b FROM n");
        assertThat(read(content).rows()).hasSize(1);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content, "endless"))
                .withMessageContaining("unpacks to more than");
    }

    @Test
    void an_empty_database_is_refused() throws Exception {
        byte[] content = database(ORDERS);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content))
                .withMessageContaining("no rows");
    }

    @Test
    void corrupt_pages_and_truncation_are_refused() throws Exception {
        byte[] content = database(
                ORDERS,
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO orders SELECT i, i, i, i, i, i FROM n");
        byte[] corrupt = content.clone();
        Arrays.fill(corrupt, 8_192, corrupt.length, (byte) 0x5A);
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> read(corrupt));
        byte[] cut = Arrays.copyOf(content, content.length / 2);
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> read(cut));
        assertThatExceptionOfType(UserFacingException.class).isThrownBy(() -> read(Arrays.copyOf(content, 50)));
    }
}
