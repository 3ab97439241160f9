package io.segmenta.engine.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionStoreTest {
    private static final StoreLimits LIMITS = new StoreLimits(128, 2);
    /** Takes minutes when nobody stops it. */
    private static final String ENDLESS =
            "SELECT count(*) FROM range(10000000000) a WHERE a.range % 7 = hash(a.range) % 11";

    @TempDir
    Path folder;

    private TransactionStore open() {
        return TransactionStore.open(folder.resolve("rows.duckdb"), LIMITS);
    }

    private Path csv(String content) throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), content);
    }

    private static List<String> cells(TransactionStore store, String sql) {
        List<String> cells = new ArrayList<>();
        store.query(sql, row -> cells.add(String.valueOf(row.text(0))));
        return cells;
    }

    @Test
    void rows_are_there_after_reopening() throws Exception {
        try (TransactionStore store = open()) {
            store.create(List.of("Customer", "It's"));
            store.loadCsv(csv("017850,ä 日本 end\n,\n"), new CsvLayout(',', 0), Progress.SILENT);
        }
        try (TransactionStore store = open()) {
            assertThat(store.headers()).containsExactly("Customer", "It's");
            assertThat(store.rows()).isEqualTo(2);
            assertThat(cells(store, "SELECT c0 FROM source ORDER BY rowid")).containsExactly("017850", "null");
            assertThat(cells(store, "SELECT c1 FROM source ORDER BY rowid")).containsExactly("ä 日本 end", "null");
        }
    }

    private record HowMany() implements TransactionStore.Inquiry<String> {
        @Override
        public String answer(TransactionStore store) {
            return store.rows() + " rows of " + store.headers().size() + " columns";
        }
    }

    @Test
    void an_answer_stands_until_the_rows_change() {
        try (TransactionStore store = TransactionStore.open(folder.resolve("d.db"), StoreLimits.defaults())) {
            store.create(List.of("a"));
            String empty = store.once(new HowMany());
            assertThat(store.once(new HowMany())).isSameAs(empty);
            store.add("VALUES ('1'), ('2')");
            String two = store.once(new HowMany());
            assertThat(two).startsWith("2 rows of 1 column");
            assertThat(store.once(new HowMany())).isSameAs(two);
            store.execute("CREATE TABLE other AS SELECT * FROM source LIMIT 1");
            store.replaceRows("other");
            assertThat(store.once(new HowMany())).startsWith("1 rows of 1 column");
        }
    }

    @Test
    void nothing_but_the_file_stays_after_closing() throws Exception {
        String rows = IntStream.range(0, 200_000)
                .mapToObj(i -> i + "," + Integer.toHexString(i * 31) + "\n")
                .collect(Collectors.joining());
        Path csv = csv(rows);
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(64, 2))) {
            store.create(List.of("a", "b"));
            store.loadCsv(csv, new CsvLayout(',', 0), Progress.SILENT);
            store.execute("CREATE TABLE sorted AS SELECT * FROM source, range(20) ORDER BY c1, range");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("rows.csv", "rows.duckdb");
        }
    }

    @Test
    void csv_rows_keep_the_order_of_the_file() throws Exception {
        int rows = 500_000;
        Path csv =
                csv(IntStream.range(0, rows).mapToObj(i -> i + ",x" + i + "\n").collect(Collectors.joining()));
        try (TransactionStore store = open()) {
            store.create(List.of("n", "x"));
            store.loadCsv(csv, new CsvLayout(',', 0), Progress.SILENT);
            assertThat(store.rows()).isEqualTo(rows);
            assertThat(store.number("SELECT count(*) FROM source WHERE rowid <> c0::BIGINT"))
                    .isZero();
        }
    }

    @Test
    void csv_cells_are_text_as_written_and_empty_ones_are_null() throws Exception {
        Path csv = csv("id;text\n007;\"a;\"\"b\"\"\nc\"\n;\"\"\n17850.0; x \n");
        try (TransactionStore store = open()) {
            store.create(List.of("id", "text"));
            store.loadCsv(csv, new CsvLayout(';', 1), Progress.SILENT);
            assertThat(cells(store, "SELECT c0 FROM source ORDER BY rowid")).containsExactly("007", "null", "17850.0");
            assertThat(cells(store, "SELECT c1 FROM source ORDER BY rowid"))
                    .containsExactly("a;\"b\"\nc", "null", " x ");
        }
    }

    @Test
    void irregular_csv_is_refused_and_adds_nothing() throws Exception {
        List<String> irregular = List.of("1,2,3\n4,5\n", "1,2\n4,5,6\n", "1,\"2\n3,4\n");
        for (String content : irregular) {
            Path csv = csv(content);
            try (TransactionStore store = open()) {
                store.create(List.of("a", "b"));
                assertThatExceptionOfType(MalformedCsvException.class)
                        .as(content)
                        .isThrownBy(() -> store.loadCsv(csv, new CsvLayout(',', 0), Progress.SILENT));
                assertThat(store.rows()).isZero();
            }
            Files.delete(folder.resolve("rows.duckdb"));
        }
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() throws Exception {
        Path csv = Files.write(folder.resolve("latin.csv"), new byte[] {'a', ',', (byte) 0xE4, '\n'});
        try (TransactionStore store = open()) {
            store.create(List.of("a", "b"));
            assertThatExceptionOfType(MalformedCsvException.class)
                    .isThrownBy(() -> store.loadCsv(csv, new CsvLayout(',', 0), Progress.SILENT));
        }
    }

    @Test
    void interrupting_stops_the_statement_under_way() throws Exception {
        try (TransactionStore store = open()) {
            CountDownLatch done = new CountDownLatch(1);
            Thread interrupter = Thread.ofPlatform().start(() -> {
                while (done.getCount() > 0) {
                    store.interrupt();
                    Thread.onSpinWait();
                }
            });
            assertThatExceptionOfType(CancelledException.class).isThrownBy(() -> store.number(ENDLESS));
            done.countDown();
            interrupter.join();
            assertThat(store.number("SELECT 42")).isEqualTo(42);
        }
    }

    @Test
    void a_long_reading_tells_how_far_it_is() throws Exception {
        Path csv = folder.resolve("long.csv");
        try (TransactionStore store = open()) {
            store.execute("COPY (SELECT md5(i::VARCHAR), md5((i + 1)::VARCHAR) FROM range(2000000) t(i)) TO '" + csv
                    + "' (FORMAT csv, HEADER false)");
            store.create(List.of("a", "b"));
            Progress untilItMoves = (fraction, detail) -> {
                if (fraction > 0 && fraction < 1) {
                    throw new CancelledException();
                }
            };
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> store.loadCsv(csv, new CsvLayout(',', 0), untilItMoves));
        }
    }

    @Test
    void a_cancelled_progress_stops_the_statement_and_the_store_goes_on() {
        try (TransactionStore store = open()) {
            Progress impatient = (fraction, detail) -> {
                throw new CancelledException();
            };
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> store.execute("CREATE TABLE t AS " + ENDLESS, impatient, "counting"));
            assertThat(store.number("SELECT count(*) FROM information_schema.tables"))
                    .isZero();
        }
    }

    @Test
    void long_statements_report_fractions() {
        try (TransactionStore store = open()) {
            List<Double> seen = new ArrayList<>();
            store.execute(
                    "CREATE TABLE t AS SELECT range FROM range(4000000) ORDER BY hash(range)",
                    (fraction, detail) -> seen.add(fraction),
                    "sorting");
            assertThat(seen).allSatisfy(f -> assertThat(f).isBetween(0.0, 1.0));
            assertThat(store.number("SELECT count(*) FROM t")).isEqualTo(4_000_000);
        }
    }

    @Test
    void an_unknown_column_is_named_with_those_there_are() {
        try (TransactionStore store = open()) {
            store.create(List.of("A", "B"));
            assertThat(store.column("B")).isEqualTo("c1");
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> store.column("C"))
                    .withMessageContaining("\"C\"")
                    .withMessageContaining("A, B");
        }
    }

    @Test
    void a_file_that_is_no_store_is_refused() throws Exception {
        Path file = Files.writeString(folder.resolve("rows.duckdb"), "x".repeat(5000));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> TransactionStore.open(file, LIMITS))
                .withMessageContaining("rows.duckdb");
    }
}
