package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import io.segmenta.engine.columns.ColumnMapper;
import io.segmenta.engine.columns.MappingProposal;
import io.segmenta.engine.transactions.Field;
import io.segmenta.engine.transactions.StoreLimits;
import io.segmenta.engine.transactions.TransactionStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of every format, damaged at random: each is read and mapped, or refused with a sentence, within seconds, and the next one is
 * read as if nothing had been. {@code -Dsegmenta.fuzz.seed} repeats a run or tries others, {@code -Dsegmenta.fuzz.seconds} goes on for
 * longer.
 */
class FuzzTest {
    private static final long SEED = Long.getLong("segmenta.fuzz.seed", 1);
    private static final Duration TIME = Duration.ofSeconds(Long.getLong("segmenta.fuzz.seconds", 3));
    /** Also on the quickest machine, so that a run ends at the same file everywhere but on slow ones. */
    private static final int FILES = Integer.getInteger("segmenta.fuzz.files", 60);
    /** For one file of some kilobytes; a hang is longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String CSV =
            """
            Customer ID,Invoice,"Stock
            Code",Description,InvoiceDate,Quantity,Price
            """ + "17850,536365,85123A,\"a \"\"large\"\" mug, blue\",12/1/2010 8:26,6,2.55\n".repeat(20);

    private static final String JSON = "{\"orders\": ["
            + "{\"id\": 1, \"email\": \"a@b.c\", \"line_items\": [{\"sku\": \"A\", \"price\": 2.5}], \"tags\": [\"x\", \"y\"]},\n"
                    .repeat(20)
            + "{\"id\": 2}]}";

    private static final String ODS =
            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
                    + "<table:table table:name=\"Orders\">"
                    + ("<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>customer</text:p></table:table-cell>"
                                    + "<table:table-cell office:value-type=\"float\" office:value=\"2.5\" table:number-columns-repeated=\"2\"/></table:table-row>")
                            .repeat(10)
                    + "</table:table></office:document-content>";

    private static final String XML_SHEET =
            "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                    + "<Worksheet ss:Name=\"Orders\"><Table>"
                    + "<Row ss:Index=\"1\"><Cell ss:Index=\"2\"><Data ss:Type=\"String\">customer</Data></Cell></Row>"
                    + "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"Number\">2.5</Data></Cell><Cell/></Row>"
                            .repeat(10)
                    + "</Table></Worksheet></Workbook>";

    private static final String HTML = "<html><table><tr><th>customer<th>amount</tr>"
            + "<tr><td colspan=\"2\">Ann &amp; Co</td><td>2,50&nbsp;&euro;</td></tr>".repeat(20) + "</table></html>";

    @TempDir
    Path folder;

    /** What is damaged. */
    enum Format {
        CSV,
        UTF16,
        GZIP,
        ZIP,
        XLSX,
        XLSX_UNPACKED,
        XLS,
        SQLITE,
        PARQUET,
        JSON,
        ODS_UNPACKED,
        XML_SHEET,
        HTML
    }

    @ParameterizedTest
    @EnumSource
    void damaged_files_are_read_and_mapped_or_refused_with_a_sentence(Format format) throws Exception {
        byte[] original = original(format);
        assertThat(attempt(format, original)).isNull();
        long start = System.nanoTime();
        for (int i = 0; i < FILES && System.nanoTime() - start < TIME.toNanos(); i++) {
            long seed = SEED * 1_000_003 + i;
            byte[] damaged = damaged(format, original, new Random(seed));
            try {
                String refusal = attempt(format, damaged);
                assertThat(refusal == null || refusal.length() > 20).isTrue();
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        format + " damaged with seed " + seed + " (file " + i + " of seed " + SEED + ")", e);
            }
        }
        assertThat(attempt(format, original)).isNull();
    }

    /** @return why the file was refused, or null where it was read */
    private @Nullable String attempt(Format format, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("upload"), content);
        Path stored = folder.resolve("rows.duckdb");
        Files.deleteIfExists(stored);
        long start = System.nanoTime();
        try (TransactionStore store = TransactionStore.open(stored, new StoreLimits(128, 2))) {
            DatasetReader.read(file, "orders.dat", store, Progress.SILENT);
            MappingProposal proposal = ColumnMapper.propose(store);
            assertThat(proposal.suggestions()).containsOnlyKeys(Field.values());
            for (String header : store.headers()) {
                ColumnMapper.dates(store, header, java.time.LocalDate.of(2026, 1, 1));
            }
            return null;
        } catch (UserFacingException e) {
            return String.valueOf(e.getMessage());
        } finally {
            Reading.nothingLeftBehind(folder);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("time for " + format)
                    .isLessThan(PATIENCE);
        }
    }

    private byte[] original(Format format) throws Exception {
        return switch (format) {
            case CSV -> CSV.getBytes(StandardCharsets.UTF_8);
            case UTF16 -> CSV.getBytes(StandardCharsets.UTF_16);
            case GZIP -> Archives.gzip(CSV);
            case ZIP -> Archives.zip("a.csv", CSV, "b/c.csv", CSV);
            case XLSX, XLSX_UNPACKED -> workbook(new XSSFWorkbook());
            case XLS -> workbook(new HSSFWorkbook());
            case SQLITE -> database();
            case PARQUET -> parquet();
            case JSON -> JSON.getBytes(StandardCharsets.UTF_8);
            case ODS_UNPACKED -> Archives.zip("mimetype", "x", "content.xml", ODS);
            case XML_SHEET -> XML_SHEET.getBytes(StandardCharsets.UTF_8);
            case HTML -> HTML.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] workbook(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("Orders");
        for (int i = 0; i < 20; i++) {
            Row row = sheet.createRow(i);
            row.createCell(0).setCellValue(i == 0 ? "Customer ID" : "C" + i);
            if (i == 0) {
                row.createCell(1).setCellValue("Price");
            } else {
                row.createCell(1).setCellValue(i / 4.0);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    private byte[] database() throws IOException, SQLException {
        Path file = folder.resolve("upload");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (customer_id, order_id, sku, order_date, qty, unit_price)");
            statement.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)"
                    + " INSERT INTO orders SELECT i, 'I' || i, 'P', '2024-01-05', 2, 1.5 FROM n");
            statement.execute("CREATE VIEW recent AS SELECT * FROM orders WHERE order_date > '2024'");
        }
        return Files.readAllBytes(file);
    }

    private byte[] parquet() throws IOException, SQLException {
        Path file = folder.resolve("upload");
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT 'C' || i AS customer_id, DATE '2024-01-05' + i::INTEGER AS order_date, i * 1.5 AS"
                            + " amount FROM range(60) r(i)) TO '" + file + "' (FORMAT parquet)");
        }
        return Files.readAllBytes(file);
    }

    private static byte[] damaged(Format format, byte[] content, Random random) throws IOException {
        if (format == Format.XLSX_UNPACKED || format == Format.ODS_UNPACKED) {
            // damage inside the parts, which their checksums would otherwise keep away from the parser
            return Archives.rewritten(content, part -> damaged(part, random));
        }
        return damaged(content, random);
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = content.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(4) == 0) {
            // a piece twice
            int from = random.nextInt(damaged.length);
            int length = Math.min(damaged.length - from, random.nextInt(200));
            System.arraycopy(content, from, damaged, random.nextInt(damaged.length - length + 1), length);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }
}
