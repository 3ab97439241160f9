package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.CancelledException;
import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import io.segmenta.testing.Shared;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetReaderTest {
    private static final String HEADER =
            "CustomerID,InvoiceID,ProductID,Description,InvoiceDate,Quantity,UnitPrice,Country";

    @TempDir
    Path folder;

    private Reading read(byte[] content) throws IOException {
        return Reading.of(folder, content);
    }

    private Reading read(String content) throws IOException {
        return read(content.getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(byte[] content, String... words) {
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(content))
                .satisfies(e -> assertThat(e.getMessage()).contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "~"})
    void any_delimiter(String delimiter) throws Exception {
        Reading outcome = read("a,b,c\n1,x,\n2,,z\n".replace(",", delimiter));
        assertThat(outcome.summary().headers()).containsExactly("a", "b", "c");
        assertThat(outcome.rows()).containsExactly("1|x|~", "2|~|z");
    }

    @Test
    void decimal_commas_do_not_make_the_comma_the_delimiter() throws Exception {
        Reading outcome = read("Kunde;Preis;Menge\n1;2,50;3\n2;1.002,75;4\n");
        assertThat(outcome.rows()).containsExactly("1|2,50|3", "2|1.002,75|4");
        assertThat(outcome.summary().format()).isEqualTo("CSV, semicolon, UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void any_encoding(String charset) throws Exception {
        String text = "Größe,Café,c\nä,é,€\n" + "x,y,z\n".repeat(3);
        Reading outcome = read(text.getBytes(Charset.forName(charset)));
        assertThat(outcome.summary().headers()).containsExactly("Größe", "Café", "c");
        assertThat(outcome.rows().getFirst()).isEqualTo("ä|é|€");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws Exception {
        assertThat(read("\uFEFFa,b\n1,2\n").summary().headers()).containsExactly("a", "b");
        assertThat(read("\uFEFF1,2\n3,4\n").rows()).containsExactly("1|2", "3|4");
    }

    @Test
    void windows_1252_far_behind_a_beginning_in_ascii() throws Exception {
        byte[] content =
                ("a,b\n" + "1,plain\n".repeat(60_000) + "2,Z\u00fcrich\n").getBytes(Charset.forName("windows-1252"));
        assertThat(read(content).rows().getLast()).isEqualTo("2|Zürich");
    }

    @Test
    void encodings_mixed_in_one_file() throws Exception {
        byte[] utf8 = "a,b\n1,Zürich €\n".getBytes(StandardCharsets.UTF_8);
        byte[] windows = "2,Z\u00fcrich \u20ac\n".getBytes(Charset.forName("windows-1252"));
        byte[] both = Arrays.copyOf(utf8, utf8.length + windows.length);
        System.arraycopy(windows, 0, both, utf8.length, windows.length);
        assertThat(read(both).rows()).containsExactly("1|Zürich €", "2|Zürich €");
    }

    @Test
    void quotes_delimiters_and_line_ends_inside_cells() throws Exception {
        assertThat(read("a,b\n\"x, \"\"y\"\"\nz\",2\n").rows()).containsExactly("x, \"y\"\nz|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void any_line_end(String end) throws Exception {
        assertThat(read("a,b\n1,2\n\n3,4".replace("\n", end)).rows()).containsExactly("1|2", "3|4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\r\n3,4\r\n5,6\r\n",
                "a,b\r\n1,2\n3,4\n5,6\n",
                "a,b\n1,2\n3,4\r\n5,6\r\n",
                "a,b\r\n1,2\r\n3,4\n5,6"
            })
    void line_ends_mixed_in_one_file(String text) throws Exception {
        assertThat(read(text).rows()).containsExactly("1|2", "3|4", "5|6");
    }

    @Test
    void ragged_rows_are_filled_or_cut() throws Exception {
        assertThat(read("a,b,c\n1\n1,2,3,4\n1,2,3\n").rows()).containsExactly("1|~|~", "1|2|3", "1|2|3");
    }

    @Test
    void a_quote_that_is_never_closed_is_a_letter() throws Exception {
        assertThat(read("a,b\n\"1,2\n3,4\n").rows()).containsExactly("\"1|2", "3|4");
        assertThat(read("a,b\n5\" nail,2\n3,6\" nail\n").rows()).containsExactly("5\" nail|2", "3|6\" nail");
    }

    @Test
    void titles_above_the_header_are_passed_over() throws Exception {
        Reading outcome = read("Sales report\n\n,,\nid,day,price\n1,2,3\n4,5,6\n");
        assertThat(outcome.summary().headers()).containsExactly("id", "day", "price");
        assertThat(outcome.rows()).containsExactly("1|2|3", "4|5|6");
    }

    @Test
    void a_file_without_header_gets_numbered_columns() throws Exception {
        Reading outcome = read("1,2010-12-01,3.5\n2,2010-12-02,4.5\n");
        assertThat(outcome.summary().headers()).containsExactly("Column 1", "Column 2", "Column 3");
        assertThat(outcome.rows()).containsExactly("1|2010-12-01|3.5", "2|2010-12-02|4.5");
    }

    @Test
    void numbers_in_columns_of_blanks() throws Exception {
        Reading outcome = read(" 00004 0001 19970101  2   29.33\n 00021 0002 19970118 11  129.73\n");
        assertThat(outcome.summary().format()).isEqualTo("CSV, blanks, UTF-8");
        assertThat(outcome.rows()).containsExactly("00004|0001|19970101|2|29.33", "00021|0002|19970118|11|129.73");
    }

    @Test
    void the_purchases_of_cdnow_can_be_read() throws Exception {
        Reading outcome = read(Files.readAllBytes(Shared.path("data/CDNOW_sample.txt")));
        assertThat(outcome.summary().headers()).hasSize(5);
        assertThat(outcome.rows().stream().map(row -> row.split("\\|", 2)[0]).distinct())
                .hasSize(2_357);
    }

    @Test
    void blank_and_repeated_headers_get_names_of_their_own() throws Exception {
        assertThat(read("id,,Price,Price,,\n1,2,3,4,,\n").summary().headers())
                .containsExactly("id", "Column 2", "Price", "Price (2)");
    }

    @Test
    void nul_bytes_are_dropped() throws Exception {
        assertThat(read("a,b\n" + "1,2\n".repeat(100) + "x\0y,3\n").rows().getLast())
                .isEqualTo("xy|3");
    }

    @Test
    void gzip_is_unpacked() throws Exception {
        assertThat(read(Archives.gzip("a,b\n1,2\n")).rows()).containsExactly("1|2");
    }

    @Test
    void a_zip_is_unpacked_whatever_its_member_is_called() throws Exception {
        assertThat(read(Archives.zip("../../etc/passwd", "a,b\n1,2\n")).rows()).containsExactly("1|2");
        assertThat(Path.of("etc/passwd")).doesNotExist();
    }

    @Test
    void members_of_an_archive_with_the_same_headers_are_joined_and_the_rest_is_passed_over() throws Exception {
        String header = "Customer ID,Invoice,StockCode,InvoiceDate,Quantity,Price\n";
        byte[] zip = Archives.zip(
                "readme.pdf",
                "%PDF-1.7",
                "2009/a.csv",
                header + "1,2,3,4,5,6\n",
                "2010/b.csv",
                header + "7,8,9,10,11,12\n",
                "__MACOSX/2010/._b.csv",
                "x",
                "notes.csv",
                "who,what\nme,this\n");
        assertThat(read(zip).rows()).containsExactly("1|2|3|4|5|6", "7|8|9|10|11|12");
        assertThat(Reading.of(folder, zip, new SourceOptions(List.of("notes.csv"), null))
                        .rows())
                .containsExactly("me|this");
    }

    @Test
    void an_archive_inside_an_archive_is_refused() throws Exception {
        Path inner = folder.resolve("upload");
        Files.write(inner, Archives.zip("a.csv", "a,b\n1,2\n"));
        assertRefused(Archives.zip("inner.zip", inner), "archive inside an archive");
    }

    @Test
    void whether_there_is_a_header_can_be_said() throws Exception {
        byte[] content = "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8);
        assertThat(Reading.of(folder, content, new SourceOptions(List.of(), true))
                        .rows())
                .containsExactly("3|4");
        assertThat(Reading.of(
                                folder,
                                "a,b\nc,d\n".getBytes(StandardCharsets.UTF_8),
                                new SourceOptions(List.of(), false))
                        .rows())
                .containsExactly("a|b", "c|d");
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused(new byte[0], "\"orders.dat\"", "empty");
    }

    @Test
    void a_file_of_blanks_is_refused() {
        assertRefused("\n\n   \n".getBytes(StandardCharsets.UTF_8), "\"orders.dat\"", "no rows");
    }

    @Test
    void a_header_without_rows_is_refused() {
        assertRefused((HEADER + "\n").getBytes(StandardCharsets.UTF_8), "header", "no rows");
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(64, 1))) {
            assertThatExceptionOfType(UserFacingException.class)
                    .isThrownBy(() -> DatasetReader.read(folder.resolve("no.csv"), "no.csv", store, Progress.SILENT))
                    .withMessageContaining("no file \"no.csv\"");
        }
    }

    @Test
    void other_types_are_refused_by_what_they_are() {
        assertRefused("%PDF-1.7 x".getBytes(StandardCharsets.UTF_8), "PDF");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "picture");
        assertRefused("<html><body>".getBytes(StandardCharsets.UTF_8), "web page");
        assertRefused("{\"orders\": []}".getBytes(StandardCharsets.UTF_8), "JSON");
    }

    @Test
    void binary_junk_is_refused() {
        byte[] junk = new byte[10_000];
        new java.util.Random(5).nextBytes(junk);
        junk[0] = 7;
        assertRefused(junk, "not a table");
    }

    @Test
    void damaged_archives_are_refused() throws Exception {
        byte[] gzip = Archives.gzip("a,b\n" + "1,2\n".repeat(10_000));
        assertRefused(Arrays.copyOf(gzip, gzip.length / 2), "damaged");
        byte[] zip = Archives.zip("orders.csv", "a,b\n" + "1,2\n".repeat(10_000));
        assertRefused(Arrays.copyOf(zip, zip.length / 2), "damaged");
    }

    @Test
    void an_archive_without_files_is_refused() throws Exception {
        assertRefused(Archives.zip("folder/", ""), "holds no file");
    }

    @Test
    void an_archive_that_unpacks_beyond_all_proportion_is_refused() throws Exception {
        assertRefused(Archives.gzip("0".repeat(100 << 20)), "unpacks to more than");
    }

    @Test
    void a_million_columns_are_refused() {
        assertRefused("x,".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "columns");
    }

    @Test
    void a_huge_cell_is_refused() {
        assertRefused(
                ("a,b\n1,2\n" + "x".repeat(3_000_000) + ",1\n").getBytes(StandardCharsets.UTF_8), "million characters");
    }

    @Test
    void cancelling_leaves_nothing() throws Exception {
        Path file =
                Files.writeString(folder.resolve("upload"), "a;b\n" + "1;ü\n".repeat(200_000), StandardCharsets.UTF_16);
        try (TransactionStore store = TransactionStore.open(folder.resolve("rows.duckdb"), new StoreLimits(64, 1))) {
            assertThatExceptionOfType(CancelledException.class)
                    .isThrownBy(() -> DatasetReader.read(file, "a", store, (fraction, detail) -> {
                        throw new CancelledException();
                    }));
        }
        Reading.nothingLeftBehind(folder);
    }

    @Test
    void online_retail_as_csv_and_as_workbook_says_the_same() throws Exception {
        Path csv = Shared.path("data/online_retail.csv.gz");
        Path zip = Shared.path("data/Online+Retail.zip");
        Path other = folder.resolve("csv.duckdb");
        try (TransactionStore store = TransactionStore.open(other, StoreLimits.defaults())) {
            assertThat(DatasetReader.read(csv, "online_retail.csv.gz", store, Progress.SILENT)
                            .rows())
                    .isEqualTo(541_909);
        }
        try (TransactionStore store = TransactionStore.open(folder.resolve("zip.duckdb"), StoreLimits.defaults())) {
            SourceSummary summary = DatasetReader.read(zip, "Online+Retail.zip", store, Progress.SILENT);
            assertThat(summary.rows()).isEqualTo(541_909);
            assertThat(summary.format()).isEqualTo("Excel, sheet Online Retail");
            store.execute("ATTACH '" + other + "' AS other (READ_ONLY)");
            for (String cell : List.of("c0", "c1", "c2", "c3", "c4", "c6", "c7")) {
                assertThat(differing(store, cell))
                        .as(summary.headers().get(Integer.parseInt(cell.substring(1))))
                        .isZero();
            }
            // pandas wrote 0.0 where the workbook says 0
            assertThat(differing(store, "c5::DOUBLE")).isZero();
        }
    }

    private static long differing(TransactionStore store, String cell) {
        return store.number("SELECT count(*) FROM source s JOIN other.source o ON s.rowid = o.rowid WHERE s." + cell
                + " IS DISTINCT FROM o." + cell);
    }
}
