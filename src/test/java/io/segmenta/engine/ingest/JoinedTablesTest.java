package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.ingest.table.TableLink;
import io.segmenta.engine.reading.FileReading;
import io.segmenta.engine.transactions.ColumnMapping;
import io.segmenta.engine.transactions.DateOrder;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedTablesTest {
    private static final String ORDERS =
            "Order ID,Order Date,Customer ID\nA1,2024-01-15,ann\nA2,2024-02-16,bob\nA3,2024-03-17,ann\nA4,2024-03-18,cy\nA5,2024-03-19,dee\n";
    private static final String LINES =
            "Order ID,SKU,Quantity,Unit Price\nA1,mug,2,3.50\nA1,pot,1,9.00\nA2,mug,1,3.50\nA3,pan,1,20.00\nA4,mug,4,3.50\nA5,pot,2,9.00\n";

    @TempDir
    Path databases;

    @TempDir
    Path folder;

    private static byte[] zip(String... namesAndContents) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private byte[] database(String... statements) throws Exception {
        Path file = databases.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return Files.readAllBytes(file);
    }

    @Test
    void lines_get_the_columns_of_their_orders() throws Exception {
        Reading reading = Reading.of(folder, zip("orders.csv", ORDERS, "lines.csv", LINES));
        assertThat(reading.summary().headers())
                .containsExactly("Order ID", "SKU", "Quantity", "Unit Price", "Order Date", "Customer ID");
        assertThat(reading.rows())
                .startsWith(
                        "A1|mug|2|3.50|2024-01-15|ann", "A1|pot|1|9.00|2024-01-15|ann", "A2|mug|1|3.50|2024-02-16|bob")
                .hasSize(6);
        assertThat(reading.summary().notes())
                .containsExactly(
                        "Joined: lines (6 rows) with orders (5 rows) by Order ID: 6 rows found a partner, 0 did not.");
    }

    @Test
    void a_row_without_a_partner_stays_and_is_counted() throws Exception {
        Reading reading = Reading.of(folder, zip("orders.csv", ORDERS, "lines.csv", LINES + "A9,mug,1,3.50\n"));
        assertThat(reading.rows()).hasSize(7).endsWith("A9|mug|1|3.50|~|~");
        assertThat(reading.summary().notes().getFirst()).endsWith("6 rows found a partner, 1 did not.");
        assertThat(reading.summary().reading().joins())
                .containsExactly(new TableLink("lines.csv", 7, "orders.csv", 5, List.of("Order ID"), 6, 0));
    }

    @Test
    void an_order_without_lines_is_counted() throws Exception {
        Reading reading = Reading.of(folder, zip("orders.csv", ORDERS + "A6,2024-03-20,eve\n", "lines.csv", LINES));
        assertThat(reading.summary().notes().getFirst())
                .endsWith("6 rows found a partner, 0 did not; 1 rows of orders have none.");
    }

    @Test
    void tables_of_different_columns_that_are_asked_for_together_are_joined() throws Exception {
        byte[] three = zip(
                "orders.csv",
                "Order ID,Order Date,Customer ID,Total\nA1,2024-01-15,ann,16.00\nA2,2024-02-16,bob,3.50\n",
                "customers.csv",
                "Customer ID,Country\nann,Chile\nbob,Peru\n",
                "notes.csv",
                "Text,Author\nhello,ann\n");
        assertThat(Reading.of(folder, three).summary().reading().joins()).isEmpty();
        SourceOptions two = new SourceOptions(List.of("orders.csv", "customers.csv"), null);
        assertThat(Reading.of(folder, three, two).rows())
                .containsExactly("A1|2024-01-15|ann|16.00|Chile", "A2|2024-02-16|bob|3.50|Peru");
        SourceOptions all = new SourceOptions(List.of(), null, null, true);
        assertThat(Reading.of(folder, three, all).summary().reading().joins())
                .containsExactly(new TableLink("orders.csv", 2, "customers.csv", 2, List.of("Customer ID"), 2, 0));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Reading.of(folder, three, new SourceOptions(two.tables(), null, null, false)))
                .withMessageContaining("\"orders.csv\" and \"customers.csv\" have different columns");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(
                        () -> Reading.of(folder, three, new SourceOptions(List.of("customers.csv", "notes.csv"), null)))
                .withMessageContaining("\"customers.csv\", \"notes.csv\" have different columns, and none");
    }

    @Test
    void a_table_of_the_customer_of_each_order_leads_to_the_person() throws Exception {
        Reading reading = Reading.of(
                folder,
                zip(
                        "items.csv",
                        "order_id,sku,price\no1,mug,3.50\no1,pot,9.00\no2,mug,3.50\no3,pan,20.00\n",
                        "orders.csv",
                        "order_id,customer_id,purchased_at\no1,k1,2024-01-15\no2,k2,2024-02-16\no3,k3,2024-03-17\n",
                        "customers.csv",
                        "customer_id,customer_unique_id,city\nk1,ann,Lima\nk2,bob,Lima\nk3,ann,Lima\n",
                        "people.csv",
                        "customer_unique_id,email\nann,ann@example.com\nbob,bob@example.com\n"));
        assertThat(reading.summary().headers())
                .containsExactly(
                        "order_id",
                        "sku",
                        "price",
                        "customer_id",
                        "purchased_at",
                        "customer_unique_id",
                        "city",
                        "email");
        assertThat(reading.rows())
                .containsExactly(
                        "o1|mug|3.50|k1|2024-01-15|ann|Lima|ann@example.com",
                        "o1|pot|9.00|k1|2024-01-15|ann|Lima|ann@example.com",
                        "o2|mug|3.50|k2|2024-02-16|bob|Lima|bob@example.com",
                        "o3|pan|20.00|k3|2024-03-17|ann|Lima|ann@example.com");
        assertThat(reading.summary().reading().joins())
                .extracting(TableLink::from, TableLink::to)
                .containsExactly(
                        tuple("items.csv", "orders.csv"),
                        tuple("orders.csv", "customers.csv"),
                        tuple("customers.csv", "people.csv"));
    }

    @Test
    void tables_with_forty_keys_are_joined_in_little_memory() throws Exception {
        String many = IntStream.range(0, 40).mapToObj(i -> "attr" + i + "_id").collect(Collectors.joining(","));
        String values = IntStream.range(0, 40).mapToObj(i -> "v").collect(Collectors.joining(","));
        String orders = ORDERS.replaceFirst("\n", "," + many + "\n").replaceAll("(?m)^(A\\d.*)$", "$1," + values);
        String lines = LINES.replaceFirst("\n", "," + many + "\n").replaceAll("(?m)^(A\\d.*)$", "$1," + values);
        Path file = Files.write(folder.resolve("upload"), zip("orders.csv", orders, "lines.csv", lines));
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(128, 2))) {
            SourceSummary summary = DatasetReader.read(file, "shop.zip", store, Progress.SILENT);
            assertThat(summary.reading().joins()).hasSize(1);
        }
    }

    @Test
    void nothing_is_joined_where_that_is_asked_for_or_one_table_says_all() throws Exception {
        byte[] apart = zip("orders.csv", ORDERS, "lines.csv", LINES);
        SourceOptions none = new SourceOptions(List.of(), null, null, false);
        assertThat(Reading.of(folder, apart, none).summary().notes())
                .containsExactly(
                        "\"orders.csv\" looks most like orders. Not read: \"lines.csv\" (6 rows, no column of days).");
        String whole = "Order ID,Order Date,Customer ID,Total\nA1,2024-01-15,ann,16.00\nA2,2024-02-16,bob,3.50\n";
        Reading alone =
                Reading.of(folder, zip("customers.csv", "Customer ID,Name\nann,Ann\nbob,Bob\n", "orders.csv", whole));
        assertThat(alone.summary().headers()).containsExactly("Order ID", "Order Date", "Customer ID", "Total");
        assertThat(alone.summary().notes()).noneMatch(note -> note.startsWith("Joined"));
    }

    @Test
    void a_key_may_be_of_two_columns() throws Exception {
        Reading reading = Reading.of(
                folder,
                zip(
                        "orders.csv",
                        "Branch,Order ID,Order Date,Customer ID\nN,1,2024-01-15,ann\nS,1,2024-01-16,bob\nN,2,2024-01-17,cy\nS,2,2024-01-18,ann\n",
                        "lines.csv",
                        "Branch,Order ID,SKU,Quantity,Unit Price\nN,1,mug,1,3.50\nS,1,pot,1,9.00\nS,2,mug,2,3.50\nN,2,pan,1,20.00\n"));
        assertThat(reading.rows())
                .containsExactly(
                        "N|1|mug|1|3.50|2024-01-15|ann",
                        "S|1|pot|1|9.00|2024-01-16|bob",
                        "S|2|mug|2|3.50|2024-01-18|ann",
                        "N|2|pan|1|20.00|2024-01-17|cy");
        assertThat(reading.summary().notes().getFirst()).contains("by Branch and Order ID:");
    }

    @Test
    void tables_of_a_database_are_joined_over_Id_and_the_name_of_the_table() throws Exception {
        Reading reading = Reading.of(
                folder,
                database(
                        "CREATE TABLE \"Order\" (Id, CustomerId, OrderDate, OrderTotal)",
                        "INSERT INTO \"Order\" VALUES (11, 'ann', '2024-01-15', 16), (12, 'bob', '2024-01-16', 3.5)",
                        "CREATE TABLE Product (Id, ProductName, UnitPrice)",
                        "INSERT INTO Product VALUES (71, 'mug', 3.5), (72, 'pot', 9)",
                        "CREATE TABLE OrderDetail (OrderId, ProductId, Quantity)",
                        "INSERT INTO OrderDetail VALUES (11, 71, 2), (11, 72, 1), (12, 71, 1)"),
                new SourceOptions(List.of(), null));
        // the order alone says who, when and how much: its total must not come once a line
        assertThat(reading.rows()).containsExactly("11|ann|2024-01-15|16", "12|bob|2024-01-16|3.5");
        Files.delete(databases.resolve("shop.db"));
        reading = Reading.of(
                folder,
                database(
                        "CREATE TABLE \"Order\" (Id, CustomerId, OrderDate)",
                        "INSERT INTO \"Order\" VALUES (11, 'ann', '2024-01-15'), (12, 'bob', '2024-01-16')",
                        "CREATE TABLE Product (Id, ProductName, UnitPrice)",
                        "INSERT INTO Product VALUES (71, 'mug', 3.5), (72, 'pot', 9)",
                        "CREATE TABLE OrderDetail (OrderId, ProductId, Quantity)",
                        "INSERT INTO OrderDetail VALUES (11, 71, 2), (11, 72, 1), (12, 71, 1)"));
        assertThat(reading.rows())
                .containsExactlyInAnyOrder(
                        "11|71|2|ann|2024-01-15|mug|3.5",
                        "11|72|1|ann|2024-01-15|pot|9",
                        "12|71|1|bob|2024-01-16|mug|3.5");
        assertThat(reading.summary().notes()).hasSize(2);
    }

    @Test
    void a_total_of_the_order_that_a_join_repeats_is_counted_once_and_that_is_said() throws Exception {
        Path file = Files.write(
                folder.resolve("upload"),
                zip(
                        "orders.csv",
                        "Order ID,Customer ID,Order Total\nA1,ann,16.00\nA2,bob,3.50\nA3,ann,20.00\n",
                        "lines.csv",
                        "Order ID,SKU,Quantity,Sold on\nA1,mug,2,2024-01-15\nA1,pot,1,2024-01-15\nA2,mug,1,2024-02-16\nA3,pan,1,2024-03-17\nA3,lid,1,2024-03-17\n"));
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(128, 2))) {
            DatasetReader.read(file, "shop.zip", store, Progress.SILENT);
            io.segmenta.engine.reading.Reading reading = FileReading.of(store, LocalDate.of(2024, 6, 1));
            ColumnMapping mapping = new ColumnMapping(
                    Map.of(
                            Field.CUSTOMER_ID, "Customer ID",
                            Field.INVOICE_ID, "Order ID",
                            Field.TIMESTAMP, "Sold on",
                            Field.QUANTITY, "Quantity",
                            Field.PRODUCT_ID, "SKU",
                            Field.ORDER_TOTAL, "Order Total"),
                    DateOrder.YEAR_FIRST);
            mapping.headers()
                    .forEach((field, header) -> assertThat(Objects.requireNonNull(
                                            reading.proposal().suggestions().get(field))
                                    .header())
                            .as("%s", field)
                            .contains(header));
            assertThat(reading.says().toString()).contains("Order Total", "once");
        }
    }
}
