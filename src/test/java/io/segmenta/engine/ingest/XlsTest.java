package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsTest {
    @TempDir
    Path folder;

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        return out.toByteArray();
    }

    private static void row(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    private static HSSFWorkbook orders() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        row(workbook.createSheet("Notes"), "Written by", "On");
        row(workbook.getSheet("Notes"), "me", "Monday");
        Sheet sheet = workbook.createSheet("Orders");
        row(sheet, "Customer ID", "Invoice", "StockCode", "InvoiceDate", "Quantity", "Price");
        Row row = sheet.createRow(3);
        row.createCell(0).setCellValue(17850);
        row.createCell(1).setCellValue("C0012");
        row.createCell(2).setCellFormula("\"A\"&1");
        Cell date = row.createCell(3);
        date.setCellValue(LocalDateTime.of(2010, 12, 1, 8, 26));
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
        date.setCellStyle(style);
        row.createCell(4).setCellFormula("2*3");
        row.createCell(5).setCellErrorValue(FormulaError.DIV0.getCode());
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return workbook;
    }

    @Test
    void the_sheet_with_the_orders_is_read() throws Exception {
        Reading reading = Reading.of(folder, bytes(orders()));
        assertThat(reading.summary().format()).isEqualTo("Excel 97-2003, sheet Orders");
        assertThat(reading.rows()).containsExactly("17850|C0012|A1|2010-12-01 08:26:00|6|~");
    }

    @Test
    void another_sheet_can_be_chosen() throws Exception {
        assertThat(Reading.of(folder, bytes(orders()), new SourceOptions(List.of("Notes"), null))
                        .rows())
                .containsExactly("me|Monday");
    }

    @Test
    void a_password_is_asked_to_be_removed() throws Exception {
        byte[] locked;
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            locked = bytes(orders());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Reading.of(folder, locked))
                .withMessageContaining("password");
    }

    @Test
    void truncated_workbooks_are_refused() throws Exception {
        byte[] whole = bytes(orders());
        for (int part = 1; part < 5; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
            assertThatExceptionOfType(UserFacingException.class)
                    .as("%d tenths", part)
                    .isThrownBy(() -> Reading.of(folder, cut));
        }
    }
}
