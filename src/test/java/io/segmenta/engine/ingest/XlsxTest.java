package io.segmenta.engine.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.segmenta.engine.base.Progress;
import io.segmenta.engine.base.UserFacingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("InlineFormatString") // files of a format read better in one piece
class XlsxTest {
    private static final String RELATIONSHIPS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>\
            </Relationships>""";
    private static final String WORKBOOK = """
            <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr %s/>\
            <sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>""";

    @TempDir
    Path folder;

    private Reading read(byte[] content) throws IOException {
        return Reading.of(folder, content);
    }

    private static byte[] bytes(Workbook workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook.write(out);
        workbook.close();
        return out.toByteArray();
    }

    /** A workbook of one sheet, the sheet written by hand. */
    private static byte[] workbook(String properties, String sheet) throws IOException {
        return Archives.zip(
                "[Content_Types].xml", "<Types/>",
                "_rels/.rels", RELATIONSHIPS.formatted("officeDocument", "xl/workbook.xml"),
                "xl/workbook.xml", WORKBOOK.formatted(properties),
                "xl/_rels/workbook.xml.rels", RELATIONSHIPS.formatted("worksheet", "worksheets/sheet1.xml"),
                "xl/worksheets/sheet1.xml", sheet);
    }

    private static byte[] sheet(String rows) throws IOException {
        return workbook("", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static void fill(Sheet sheet, Object[]... rows) {
        for (Object[] cells : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (int i = 0; i < cells.length; i++) {
                switch (cells[i]) {
                    case Number number -> row.createCell(i).setCellValue(number.doubleValue());
                    case LocalDateTime instant -> {
                        row.createCell(i).setCellValue(instant);
                        CellStyle style = sheet.getWorkbook().createCellStyle();
                        style.setDataFormat(
                                sheet.getWorkbook().createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
                        row.getCell(i).setCellStyle(style);
                    }
                    case Boolean flag -> row.createCell(i).setCellValue(flag);
                    default -> row.createCell(i).setCellValue(cells[i].toString());
                }
            }
        }
    }

    @Test
    void shared_strings_numbers_dates_and_flags() throws Exception {
        Workbook workbook = new XSSFWorkbook();
        fill(
                workbook.createSheet("Orders"),
                new Object[] {"id", "text", "date", "price", "flag"},
                new Object[] {17850.0, "Äpfel & <Birnen>", LocalDateTime.of(2010, 12, 1, 8, 26), 2.55, true},
                new Object[] {"017850", "Äpfel & <Birnen>", LocalDateTime.of(2011, 1, 31, 0, 0), -1e-3, false});
        Reading reading = read(bytes(workbook));
        assertThat(reading.summary().format()).isEqualTo("Excel, sheet Orders");
        assertThat(reading.rows())
                .containsExactly(
                        "17850|Äpfel & <Birnen>|2010-12-01 08:26:00|2.55|TRUE",
                        "017850|Äpfel & <Birnen>|2011-01-31 00:00:00|-0.001|FALSE");
    }

    @Test
    void inline_strings_of_a_streaming_writer() throws Exception {
        SXSSFWorkbook workbook = new SXSSFWorkbook();
        fill(workbook.createSheet("S"), new Object[] {"a", "b"}, new Object[] {" x ", 1});
        assertThat(read(bytes(workbook)).rows()).containsExactly(" x |1");
    }

    @Test
    void formulas_give_their_last_result_and_errors_nothing() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        Sheet sheet = workbook.createSheet("S");
        fill(sheet, new Object[] {"a", "b", "c", "d"}, new Object[] {2, 3});
        Row row = sheet.getRow(1);
        row.createCell(2).setCellFormula("A2*B2");
        row.createCell(3).setCellFormula("\"id\"&A2");
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        fill(sheet, new Object[] {1, 1, 1, 1});
        sheet.getRow(2).getCell(1).setCellErrorValue(FormulaError.NA.getCode());
        assertThat(read(bytes(workbook)).rows()).containsExactly("2|3|6|id2", "1|~|1|1");
    }

    @Test
    void dates_since_1904() throws Exception {
        String row = "<row><c t=\"inlineStr\"><is><t>day</t></is></c><c t=\"inlineStr\"><is><t>b</t></is></c></row>"
                + "<row><c t=\"d\"><v>2010-12-01T08:26:00</v></c><c><v>1</v></c></row>";
        assertThat(read(workbook("date1904=\"1\"", "<worksheet><sheetData>" + row + "</sheetData></worksheet>"))
                        .rows())
                .containsExactly("2010-12-01 08:26:00|1");
    }

    @Test
    void gaps_blank_rows_and_cells_without_a_place() throws Exception {
        Reading reading = read(
                sheet(
                        "<row/><row r=\"3\"><c r=\"A3\"><v>x1</v></c><c r=\"C3\" t=\"str\"><v>y</v></c></row>"
                                + "<row r=\"4\"></row><row r=\"5\"><c r=\"C5\"><v>7.50</v></c></row><row><c><v>1</v></c><c><v>2</v></c></row>"));
        assertThat(reading.summary().headers()).containsExactly("x1", "Column 2", "y");
        assertThat(reading.rows()).containsExactly("~|~|7.5", "1|2|~");
    }

    @Test
    void rich_text_is_joined_and_phonetic_hints_are_left_out() throws Exception {
        String cell =
                "<c t=\"inlineStr\"><is><r><t>Tee</t></r><rPh sb=\"0\"><t>NO</t></rPh><r><t xml:space=\"preserve\"> pot</t></r></is></c>";
        assertThat(read(sheet("<row><c t=\"str\"><v>h</v></c><c t=\"str\"><v>i</v></c></row><row>" + cell
                                + "<c><v>1</v></c></row>"))
                        .rows())
                .containsExactly("Tee pot|1");
    }

    @Test
    void comments_character_data_and_references_in_the_xml() throws Exception {
        assertThat(read(sheet(
                                "<!-- > --><row><c t=\"str\"><v>h</v></c><c t='str'><v>i</v></c></row>"
                                        + "<row><c t=\"str\"><v><![CDATA[<a> & b]]></v></c><c t=\"str\"><v>&#65;&#x42;&lt;&unknown;</v></c></row>"))
                        .rows())
                .containsExactly("<a> & b|AB<&unknown;");
    }

    @Test
    void prefixed_names_are_the_same_names() throws Exception {
        byte[] workbook = workbook(
                "",
                "<x:worksheet><x:sheetData><x:row><x:c t=\"str\"><x:v>h</x:v></x:c><x:c t=\"str\"><x:v>i</x:v></x:c></x:row>"
                        + "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>");
        assertThat(read(workbook).rows()).containsExactly("1|2");
    }

    @Test
    void sheets_with_the_same_headers_are_joined_and_others_can_be_chosen() throws Exception {
        Workbook workbook = new XSSFWorkbook();
        fill(workbook.createSheet("Notes"), new Object[] {"Written by", "On"}, new Object[] {"me", "Monday"});
        String[] header = {"Customer ID", "Invoice", "StockCode", "InvoiceDate", "Quantity", "Price"};
        fill(workbook.createSheet("2009"), header, new Object[] {1, 2, 3, "2009-12-01", 5, 6});
        fill(workbook.createSheet("2010"), header, new Object[] {11, 12, 13, "2010-12-01", 15, 16});
        workbook.createSheet("Empty");
        byte[] content = bytes(workbook);

        assertThat(read(content).rows()).containsExactly("1|2|3|2009-12-01|5|6", "11|12|13|2010-12-01|15|16");
        assertThat(Reading.of(folder, content, new SourceOptions(List.of("2010"), null))
                        .rows())
                .hasSize(1);
        assertThat(Reading.of(folder, content, new SourceOptions(List.of("Notes"), null))
                        .rows())
                .containsExactly("me|Monday");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Reading.of(folder, content, new SourceOptions(List.of("2011"), null)))
                .withMessageContaining("\"Notes\", \"2009\", \"2010\"");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> Reading.of(folder, content, new SourceOptions(List.of("2009", "Notes"), null)))
                .withMessageContaining("different columns");

        Path file = Files.write(folder.resolve("upload"), content);
        List<SourceCatalogue.Choice> choices = DatasetReader.catalogue(
                        file, "orders.xlsx", SourceOptions.AUTOMATIC, folder.resolve("scratch"), Progress.SILENT)
                .tables();
        assertThat(choices).extracting(SourceCatalogue.Choice::name).containsExactly("Notes", "2009", "2010");
        assertThat(choices).extracting(SourceCatalogue.Choice::proposed).containsExactly(false, true, true);
        assertThat(choices.getLast().firstRows()).containsExactly(List.of("11", "12", "13", "2010-12-01", "15", "16"));
        Reading.nothingLeftBehind(folder);
    }

    @Test
    void a_password_is_asked_to_be_removed() throws Exception {
        POIFSFileSystem files = new POIFSFileSystem();
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (var out = encryptor.getDataStream(files)) {
            out.write(bytes(new XSSFWorkbook()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.writeFilesystem(out);
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(out.toByteArray()))
                .withMessageContaining("password");
    }

    @Test
    void entity_declarations_are_refused() throws Exception {
        byte[] bomb = workbook(
                "",
                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(bomb))
                .withMessageContaining("entities");
    }

    @Test
    void truncated_workbooks_are_refused() throws Exception {
        Workbook workbook = new XSSFWorkbook();
        fill(workbook.createSheet("S"), new Object[] {"a", "b"}, new Object[] {"x", 1});
        byte[] whole = bytes(workbook);
        for (int part = 1; part < 10; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
            assertThatExceptionOfType(UserFacingException.class)
                    .as("%d tenths", part)
                    .isThrownBy(() -> read(cut));
        }
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(workbook("", "<worksheet><sheetData><row><c><v>1</v></c></row><row><c")))
                .withMessageContaining("cut off");
    }

    @Test
    void a_sheet_that_unpacks_beyond_all_proportion_is_refused() throws Exception {
        byte[] bomb = sheet("<row><c><v>1</v></c><c><v>2</v></c></row>" + " ".repeat(80 << 20));
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(bomb))
                .withMessageContaining("unpacks to more than");
    }

    @Test
    void a_huge_cell_is_refused() throws Exception {
        byte[] huge = sheet(
                "<row><c t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>" + "x".repeat(9_000_000) + "</v></c></row>");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(huge))
                .withMessageContaining("million characters");
    }

    @Test
    void office_files_without_sheets_are_refused() throws Exception {
        byte[] document = Archives.zip("[Content_Types].xml", "<Types/>", "visio/document.xml", "<w/>");
        assertThatExceptionOfType(UserFacingException.class)
                .isThrownBy(() -> read(document))
                .withMessageContaining("without a sheet");
    }
}
