package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.segmenta.engine.base.Seed;
import io.segmenta.engine.sample.SampleGenerator;
import io.segmenta.engine.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample says the same in whatever format it is brought. */
class SameRowsTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private String csv = "";
    private List<String[]> lines = List.of();
    private List<String> expected = List.of();

    @BeforeEach
    void generate() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SampleGenerator.write(SampleSettings.of(100, new Seed(1)), out);
        csv = out.toString(StandardCharsets.UTF_8).replace("Mug", "Mug für Café");
        lines = csv.lines().map(line -> line.split(",", -1)).toList();
        expected = lines.stream()
                .skip(1)
                .map(cells -> String.join("|", cells).replaceAll("(?<=\\||^)(?=\\||$)", "~"))
                .toList();
    }

    private void assertSame(byte[] content) throws IOException {
        assertThat(Reading.of(folder, content).rows()).isEqualTo(expected);
    }

    private byte[] workbook(Workbook workbook) throws IOException {
        Sheet sheet = workbook.createSheet("Orders");
        for (String[] cells : lines) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int i = 0; i < cells.length; i++) {
                if (!cells[i].isEmpty()) {
                    row.createCell(i).setCellValue(cells[i]);
                }
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    @Test
    void csv_in_utf8() throws Exception {
        assertSame(csv.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void csv_in_windows_1252_with_semicolons() throws Exception {
        assertSame(csv.replace(',', ';').getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void tsv_in_utf16() throws Exception {
        assertSame(csv.replace(',', '\t').getBytes(StandardCharsets.UTF_16));
    }

    @Test
    void gzip() throws Exception {
        assertSame(Archives.gzip(csv));
    }

    @Test
    void xlsx_with_shared_strings() throws Exception {
        assertSame(workbook(new XSSFWorkbook()));
    }

    @Test
    void xlsx_with_inline_strings() throws Exception {
        assertSame(workbook(new SXSSFWorkbook()));
    }

    @Test
    void xls() throws Exception {
        assertSame(workbook(new HSSFWorkbook()));
    }

    @Test
    void parts_in_a_zip() throws Exception {
        int half = csv.indexOf('\n', csv.length() / 2) + 1;
        String header = csv.substring(0, csv.indexOf('\n') + 1);
        assertSame(Archives.zip("1.csv", csv.substring(0, half), "later/2.csv", header + csv.substring(half)));
    }

    @Test
    void sqlite() throws Exception {
        Path file = elsewhere.resolve("shop.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE orders (" + String.join(", ", lines.getFirst()) + ")");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (String[] cells : lines.subList(1, lines.size())) {
                    for (int i = 0; i < cells.length; i++) {
                        insert.setString(i + 1, cells[i].isEmpty() ? null : cells[i]);
                    }
                    insert.executeUpdate();
                }
            }
            connection.commit();
        }
        assertSame(Files.readAllBytes(file));
    }
}
